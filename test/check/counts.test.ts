// The course in numbers: what the report and the page about the proof say.
import { expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { countCourse } from '../../src/check/counts/course.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse, courseWithPair, goodCourse } from '../small-course.ts';

function count(root: string, id?: string): ReturnType<typeof countCourse> {
  const context = scope(readCourse(root), id);
  if (!context) throw new Error(`nothing has the id ${id}`);
  return countCourse(context);
}

test('lessons, snippets, twins and contracts are counted, a contract of both twins once', () => {
  expect(count(goodCourse)).toMatchObject({ lessons: 2, snippets: 2, broken: 0, twins: 4, contracts: 2 });
});

test("a contract of Python's own is one more", () => {
  expect(count(copyOfCourse('no-reason')).contracts).toBe(3);
});

test('freedoms are counted by cause, and the lines of contracts without blank ones', () => {
  const { freedoms, contractLines, broken } = count(courseWithPair(), 'one/total');
  expect(freedoms).toEqual({ latency: 1, ties: 0, cpu: 0, threads: 0 });
  expect([contractLines, broken]).toEqual([6, 1]);
});

test('each twin is owed a plain run, schedules of cpu, and more of a cause that its contract names', () => {
  expect(count(goodCourse).schedules).toBe(4 * 51);
  expect(count(courseWithPair(), 'one/total').schedules).toBe(2 * 51 + 2 * 251);
});

test('the engines are those of the recordings', () => {
  expect(count(goodCourse).engines).toEqual([expect.stringMatching(/^cpython 3\./), expect.stringMatching(/^node \d/)]);
});

test('schedules and distinct outputs are those of the stored traces', () => {
  const { explored } = count(courseWithPair(), 'one/total');
  expect(explored).toMatchObject({ schedules: 604, distinctOutputs: 6, realRuns: 0, twinsOnVirtualTime: 4 });
  expect(explored.snippets).toContainEqual({
    id: 'one/total.broken',
    twins: { ts: { schedules: 251, outputs: 2, realRuns: 0 }, py: { schedules: 251, outputs: 2, realRuns: 0 } },
  });
});

test('a twin without fresh traces is not counted', () => {
  const { explored } = count(copyOfCourse('stale-recording'), 'one/turns');
  const turns = explored.snippets.find(({ id }) => id === 'one/turns');
  expect(Object.keys(turns?.twins ?? {})).toEqual(['ts']);
});
