// The reading of test262 and the comparison with Node, over a small suite of the same form; and what counts as worse.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare } from './test262/compare.ts';
import { whyOf } from './test262/reasons.ts';
import { exceptionsOf, formatResults, parseResults, regressions } from './test262/results.ts';
import { selectTests } from './test262/selection.ts';
import { readTestFile, untriable } from './test262/test-file.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'test262');
const tests = selectTests(root).map((path) => readTestFile(root, path));

test('a test that needs more than a harness is named with the reason', () => {
  const reasons = tests.flatMap((one) => {
    const reason = untriable(one);
    return reason === undefined ? [] : [`${one.path}: ${reason}`];
  });
  expect(reasons).toEqual([
    'test/built-ins/Promise/then/needs-a-realm_.js: it needs $262, a host object that Node has not',
    'test/language/expressions/await/must-not-parse.js: it must fail to compile or to run, and prints nothing',
  ]);
});

describe('the traced engine passes what Node passes', () => {
  test.each(tests.filter((one) => untriable(one) === undefined))('$path', async (one) => {
    expect(await compare(root, one)).toEqual({ kind: 'equal' });
  });
});

describe('the stored results', () => {
  const text = readFileSync(join(import.meta.dirname, 'test262', 'results.txt'), 'utf8');
  const { exceptions } = parseResults(text);

  test('have the numbers that their list has, and at least 98 % of what Node passes is equal', () => {
    const [, native = 0, equal = 0, share = 0, refused = 0, differ = 0] =
      /Node passes (\d+): (\d+) equal \(([\d.]+) %\), (\d+) refused, (\d+) differ/.exec(text)?.map(Number) ?? [];
    const listed = [...exceptions.values()];
    expect(listed.filter((reason) => reason.startsWith('refused: '))).toHaveLength(refused);
    expect(listed.filter((reason) => reason.startsWith('differs: '))).toHaveLength(differ);
    expect(native - equal).toBe(refused + differ);
    expect(share).toBeCloseTo((100 * equal) / native, 2);
    expect(share).toBeGreaterThan(98);
  });

  test('say of every reason why it is one', () => {
    expect([...new Set(exceptions.values())].filter((reason) => whyOf(reason) === undefined)).toEqual([]);
  });
});

describe('results', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567';
  const verdicts = new Map([
    ['test/a.js', { kind: 'equal' } as const],
    ['test/b.js', { kind: 'refused', why: '"eval" is not available' } as const],
    ['test/c.js', { kind: 'differs', how: 'Test262:AsyncTestFailure' } as const],
    ['test/d.js', { kind: 'not passed by Node' } as const],
  ]);
  const text = formatResults({ commit, verdicts });

  test('are read as they were written', () => {
    expect(text.split('\n').slice(0, 2)).toEqual([
      `test262 ${commit}`,
      '4 tests, of which Node passes 3: 1 equal (33.33 %), 1 refused, 1 differ',
    ]);
    expect(parseResults(text)).toEqual({ commit, exceptions: exceptionsOf(verdicts) });
  });

  test('are worse where an equal one is not, or a refused one differs', () => {
    const { exceptions } = parseResults(text);
    const later = new Map([
      ['test/a.js', 'refused: a module'],
      ['test/b.js', 'differs: exit code 1'],
    ]);
    expect(regressions(exceptions, later)).toEqual([
      'test/a.js: was equal; refused: a module',
      'test/b.js: was refused: "eval" is not available; differs: exit code 1',
    ]);
    expect(regressions(exceptions, new Map([['test/c.js', 'refused: a module']]))).toEqual([]);
  });
});
