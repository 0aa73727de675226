// The report about mutants: the score of a file, and a survivor as the line before and after.
import { expect, test } from 'vitest';
import { score } from './score.ts';
import type { Result } from './score.ts';

const text = 'one\nif (a < b) {\n  go();\n}\n';

function result(status: string, at: readonly [number, number, number, number], replacement: string): Result {
  const [line, column, endLine, endColumn] = at;
  return {
    file: 'a.ts',
    status,
    replacement,
    location: { start: { line, column }, end: { line: endLine, column: endColumn } },
  };
}

test('a mutant that never ends is noticed, one that no test runs is not, one that does not compile counts neither way', () => {
  const statuses = ['Killed', 'Timeout', 'NoCoverage', 'CompileError', 'Ignored'];
  const [file] = score(
    statuses.map((status) => result(status, [2, 5, 2, 10], 'true')),
    () => text,
  );
  expect(file).toMatchObject({ file: 'a.ts', killed: 2, tried: 3, percent: '66.7' });
});

test('a survivor is shown as its line before and after', () => {
  const [file] = score([result('Survived', [2, 5, 2, 10], 'a <= b')], () => text);
  expect(file?.survivors).toEqual([{ line: 2, column: 5, before: 'if (a < b) {', after: 'if (a <= b) {' }]);
});

test('a survivor over several lines is shown as one', () => {
  const [file] = score([result('Survived', [2, 12, 4, 2], '{}')], () => text);
  expect(file?.survivors).toEqual([{ line: 2, column: 12, before: 'if (a < b) { go(); }', after: 'if (a < b) {}' }]);
});
