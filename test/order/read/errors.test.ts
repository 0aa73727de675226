// Every mistake in a contract is refused with exactly this text: one fixture for each.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CourseError } from '../../../src/error.ts';
import { parseContract } from '../../../src/order/index.ts';
import { blocks } from '../refusals/blocks.ts';
import { facts } from '../refusals/facts.ts';
import { freedoms } from '../refusals/freedoms.ts';
import { programs } from '../refusals/programs.ts';

const folder = new URL('../../fixtures/contracts/', import.meta.url);
const refusals = { ...freedoms, ...blocks, ...facts, ...programs };

describe('a contract is refused with the line and what to write', () => {
  test.each(Object.entries(refusals))('%s', (name, lines) => {
    const file = `${name}.order`;
    const text = readFileSync(new URL(file, folder), 'utf8');
    const parse = (): unknown => parseContract(text, { file, language: 'ts' });
    expect(parse).toThrow(CourseError);
    expect(parse).toThrow(expect.objectContaining({ message: lines.join('\n') }));
  });
});

test('every fixture has its text, every text its fixture', () => {
  const fixtures = readdirSync(folder).map((file) => file.replace('.order', ''));
  expect(fixtures.sort()).toEqual(Object.keys(refusals).sort());
});
