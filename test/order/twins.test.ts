// The twins of the corpus: each contract parses for both languages, and a mutant of an allowed output passes only where
// the naive reading of the contract allows it too, which takes a freedom or a placeholder.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/languages.ts';
import { checkOutput, freedoms, linesOf, mutations, parseContract } from '../../src/order/index.ts';
import type { Contract, LinePattern } from '../../src/order/index.ts';
import { naiveReading, sequences } from './reference.ts';

const folder = new URL('../fixtures/twins/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.order'))
  .map((file) => file.replace('.order', ''));
const cases = names.flatMap((name) => languages.map((language) => ({ name, language })));

test('every contract has both twins', () => {
  const files = new Set(readdirSync(folder));
  expect(names.filter((name) => !files.has(`${name}.ts`) || !files.has(`${name}.py`))).toEqual([]);
  expect(names.length * 3).toBe(files.size);
});

describe.each(cases)('$name in $language', ({ name, language }) => {
  const file = `${name}.order`;
  const contract = parseContract(readFileSync(new URL(file, folder), 'utf8'), { file, language });
  const allows = naiveReading(contract);
  const outputs = sampleOutputs(contract, allows);

  test('allows an output', () => {
    expect(outputs.length).toBeGreaterThan(0);
    for (const output of outputs) expect(checkOutput(contract, output)).toEqual([]);
  });

  test('lets a mutant pass only if it says that this is free', () => {
    const open =
      freedoms(contract).length > 0 || linesOf(contract.body).some(({ pattern }) => pattern.parts.length > 1);
    for (const { what, lines } of outputs.flatMap(mutations)) {
      const passes = checkOutput(contract, lines).length === 0;
      expect({ what, lines, passes }).toEqual({ what, lines, passes: allows(lines) });
      if (!open) expect(passes).toBe(false);
    }
  });
});

/** At most ten outputs that the contract allows, spread over all of them. */
function sampleOutputs(contract: Contract, allows: ReturnType<typeof naiveReading>): readonly (readonly string[])[] {
  const all = sequences(contract.body).map((lines) => lines.map(printed));
  const allowed = all.filter(allows);
  const step = Math.ceil(allowed.length / 10);
  return allowed.filter((_, index) => index % step === 0);
}

function printed({ parts }: LinePattern): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.kind === 'number' ? '1' : 'word')).join('');
}
