// The table of the page about the proof, chapter by chapter.
import { expect, test } from 'vitest';
import { proofTable } from '../../src/components/view/proof-table.ts';

const chapters = [
  { id: 'two', title: 'Second', summary: '', lessons: [] },
  { id: 'none', title: 'Empty', summary: '', lessons: [] },
  { id: 'one', title: 'First', summary: '', lessons: [] },
];
const plain = { schedules: 51, outputs: 1, realRuns: 0 };
const real = { schedules: 0, outputs: 0, realRuns: 20 };

test('chapters come in the order of the course, programs by name', () => {
  const snippets = ['one/b', 'one/a', 'two/c'].map((id) => ({ id, twins: { ts: plain, py: plain } }));
  const groups = proofTable(chapters, snippets);
  expect(groups.map(({ chapter, rows }) => [chapter, ...rows.map(({ name }) => name)])).toEqual([
    ['Second', 'c'],
    ['First', 'a', 'b'],
  ]);
});

test.each([
  ['schedules and their outputs', plain, '1 of 51'],
  ['real runs alone', real, '20 real runs'],
  ['both', { ...plain, realRuns: 20 }, '1 of 51, 20 real runs'],
  ['nothing', undefined, 'not recorded'],
])('a twin with %s', (_, ts, says) => {
  const [group] = proofTable(chapters, [{ id: 'one/a', twins: ts ? { ts } : {} }]);
  expect(group?.rows[0]?.ts).toBe(says);
});
