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

test('a contract that rests on an assumption is counted', () => {
  expect([count(goodCourse).assuming, count(courseWithPair(), 'one/total').assuming]).toEqual([0, 0]);
});

test('the engines are those of the recordings', () => {
  expect(count(goodCourse).engines).toEqual([expect.stringMatching(/^cpython 3\./), expect.stringMatching(/^node \d/)]);
});

test('schedules and distinct outputs are those of the stored traces', () => {
  const { explored } = count(courseWithPair(), 'one/total');
  expect(explored).toMatchObject({ distinctOutputs: 8, realRuns: 0, twinsUnderSchedules: 4, twinsComplete: 4 });
  const broken = explored.snippets.find(({ id }) => id === 'one/total.broken');
  expect(broken?.twins.ts).toMatchObject({ schedules: 11, outputs: 3, isComplete: true, realRuns: 0, assumptions: [] });
  expect(broken?.twins.ts?.causes.map(({ cause }) => cause)).toEqual(['none', 'cpu', 'latency']);
  const all = explored.snippets.flatMap(({ twins: { ts, py } }) => [ts?.schedules ?? 0, py?.schedules ?? 0]);
  expect(explored.schedules).toBe(all.reduce((sum, one) => sum + one, 0));
});

test('a twin without fresh traces is not counted', () => {
  const { explored } = count(copyOfCourse('stale-recording'), 'one/turns');
  const turns = explored.snippets.find(({ id }) => id === 'one/turns');
  expect(Object.keys(turns?.twins ?? {})).toEqual(['ts']);
});
