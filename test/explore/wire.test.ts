// Runs that come in over a pipe.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SymbolicClock } from '../../src/explore/clock/symbolic.ts';
import { runUnder } from '../../src/explore/recorder.ts';
import { pathSchema, runSchema } from '../../src/explore/wire.ts';
import { raceOnAsyncio } from './engines/race.ts';
import { strandsProgram } from './engines/strands.ts';

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a run comes in as it was sent', () => {
  const add = [{ kind: 'add', name: 'n' }] as const;
  const run = { ...runUnder({ deviations: [{ at: 1, take: 1 }] }, strandsProgram([add, add])), pinned: true };
  expect(runSchema(z.string()).parse(sent(run))).toEqual(run);
});

test('so does the path of a symbolic clock', () => {
  const { outcome } = runUnder({ deviations: [] }, ({ choose }) => {
    const clock = new SymbolicClock({ choose, step: 1, stalls: 'any' });
    raceOnAsyncio(true)(clock, choose);
    return clock.path;
  });
  expect(pathSchema.parse(sent(outcome))).toEqual(outcome);
});

describe('what is no run is refused', () => {
  const decision = { cause: 'threads', options: 2, taken: 1 };
  test.each([
    ['an option that is not there', { ...decision, taken: 2 }],
    ['a choice of one', { ...decision, options: 1, taken: 0 }],
    ['fewer ways than options', { ...decision, ways: [{ id: 'a' }] }],
    ['a cause that there is not', { ...decision, cause: 'luck' }],
    ['a field that there is not', { ...decision, chosen: 1 }],
  ])('%s', (_, wrong) => {
    const schema = runSchema(z.string());
    expect(schema.safeParse({ decisions: [decision], outcome: '' }).success).toBe(true);
    expect(schema.safeParse({ decisions: [wrong], outcome: '' }).success).toBe(false);
  });

  test('an outcome of another form', () => {
    expect(runSchema(z.string()).safeParse({ decisions: [], outcome: 1 }).success).toBe(false);
  });
});
