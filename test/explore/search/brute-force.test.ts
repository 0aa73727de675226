// The search against brute force, on 2,000 random programs: the same outputs, each schedule once, with and without a reduction.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recorder } from '../../../src/explore/recorder.ts';
import { touchesSame } from '../../../src/explore/reduce/dependence.ts';
import { bruteForce, preemptions } from '../engines/reference.ts';
import { randomStrands } from '../engines/random-strands.ts';
import { strandsProgram } from '../engines/strands.ts';
import { searchAll, tokensOf } from './support.ts';

const programs = 2000;

test('without a bound the search gives the outputs of all decision lists, and runs each list once', () => {
  fc.assert(
    fc.property(randomStrands, (lists) => {
      const program = strandsProgram(lists);
      const all = bruteForce(program);
      const { outputs, schedules, search } = searchAll(program);
      expect(outputs).toEqual(all.outputs);
      expect(schedules).toHaveLength(all.schedules);
      expect(new Set(tokensOf(schedules)).size).toBe(all.schedules);
      expect(search.complete).toBe(true);
    }),
    { numRuns: programs },
  );
});

test('with at most k preemptions it gives the outputs of all decision lists with at most k', () => {
  fc.assert(
    fc.property(randomStrands, fc.integer({ min: 0, max: 3 }), (lists, most) => {
      const program = strandsProgram(lists);
      const all = bruteForce(program, preemptions(most));
      const { outputs, schedules } = searchAll(program, { bound: { threads: most } });
      expect(outputs).toEqual(all.outputs);
      expect(schedules).toHaveLength(all.schedules);
    }),
    { numRuns: programs },
  );
});

test('sleep sets lose no output, and never run more schedules', () => {
  let saved = 0;
  fc.assert(
    fc.property(randomStrands, (lists) => {
      const program = strandsProgram(lists);
      const all = bruteForce(program);
      const { outputs, schedules } = searchAll(program, { dependent: touchesSame });
      expect(outputs).toEqual(all.outputs);
      expect(schedules.length).toBeLessThanOrEqual(all.schedules);
      saved += all.schedules - schedules.length;
    }),
    { numRuns: programs },
  );
  expect(saved).toBeGreaterThan(programs);
});

test('happens-before caching loses no output within a bound, and never runs more schedules', () => {
  let saved = 0;
  fc.assert(
    fc.property(randomStrands, fc.integer({ min: 0, max: 3 }), (lists, most) => {
      const program = strandsProgram(lists);
      const all = bruteForce(program, preemptions(most));
      const { outputs, schedules } = searchAll(program, { bound: { threads: most }, dependent: touchesSame });
      expect(outputs).toEqual(all.outputs);
      expect(schedules.length).toBeLessThanOrEqual(all.schedules);
      saved += all.schedules - schedules.length;
    }),
    { numRuns: programs },
  );
  expect(saved).toBeGreaterThan(programs);
});

test('an option that a run has shown to lead to nothing new is not tried', () => {
  const program = (needless: readonly number[]) => (recorder: Recorder) => {
    const first = recorder.choose({ cause: 'latency', options: 3 });
    if (first === 0) recorder.needless(0, needless);
    return `${first}${recorder.choose({ cause: 'latency', options: 2 })}`;
  };
  expect(searchAll(program([])).schedules).toHaveLength(6);
  expect([...searchAll(program([1])).outputs].sort()).toEqual(['00', '01', '20', '21']);
});
