// The table of the page about the proof, chapter by chapter.
import { expect, test } from 'vitest';
import type { TwinExplored } from '../../src/check/counts/schedules.ts';
import { proofTable } from '../../src/components/view/proof-table.ts';

const chapters = [
  { id: 'two', title: 'Second', summary: '', lessons: [] },
  { id: 'none', title: 'Empty', summary: '', lessons: [] },
  { id: 'one', title: 'First', summary: '', lessons: [] },
];
const complete = { kind: 'complete', schedules: 14, causes: ['cpu'], bound: {}, pinned: false } as const;
const sampled = { kind: 'sampled', stopped: 'schedules', schedules: 1500 } as const;
const none = { assumptions: [], realRuns: 0 };
const plain: TwinExplored = {
  ...none,
  schedules: 14,
  outputs: 1,
  isComplete: true,
  causes: [{ cause: 'cpu', outputs: 1, coverage: complete }],
};
const bounded: TwinExplored = {
  ...plain,
  causes: [{ cause: 'cpu', outputs: 1, coverage: { ...complete, bound: { cpu: 2 } }, margin: 30 }],
};
const partly: TwinExplored = {
  ...plain,
  schedules: 1500,
  isComplete: false,
  causes: [{ cause: 'latency', outputs: 1, coverage: sampled }],
};
const real: TwinExplored = { ...none, schedules: 0, outputs: 0, isComplete: true, causes: [], realRuns: 20 };

test('chapters come in the order of the course, programs by name', () => {
  const snippets = ['one/b', 'one/a', 'two/c'].map((id) => ({ id, twins: { ts: plain, py: plain } }));
  const groups = proofTable(chapters, snippets);
  expect(groups.map(({ chapter, rows }) => [chapter, ...rows.map(({ name }) => name)])).toEqual([
    ['Second', 'c'],
    ['First', 'a', 'b'],
  ]);
});

test.each([
  ['a search that came to its end', plain, '1 of 14, complete'],
  ['a bound and a margin', bounded, '1 of 14, complete for at most 2 stalls; margin 30 ms of cpu'],
  ['a search that did not', partly, '1 of 1,500, sampled'],
  ['real runs alone', real, 'sampled: 20 real runs'],
  ['both', { ...plain, realRuns: 20 }, '1 of 14, complete; sampled: 20 real runs'],
  ['nothing', undefined, 'not recorded'],
])('a twin with %s', (_, ts, says) => {
  const [group] = proofTable(chapters, [{ id: 'one/a', twins: ts ? { ts } : {} }]);
  expect(group?.rows[0]?.ts).toBe(says);
});
