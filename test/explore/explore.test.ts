// An exploration: what ends it, what it keeps then, and what it says about the rest.
import { describe, expect, test } from 'vitest';
import type { Bound } from '../../src/explore/bound.ts';
import { Budget } from '../../src/explore/budget.ts';
import type { BudgetOptions } from '../../src/explore/budget.ts';
import { coverageSentence } from '../../src/explore/count/sentence.ts';
import { drive } from '../../src/explore/drive.ts';
import { Exploration } from '../../src/explore/explore.ts';
import type { Explored } from '../../src/explore/explore.ts';
import { runUnder } from '../../src/explore/recorder.ts';
import type { Schedule } from '../../src/explore/schedule.ts';
import { strandsProgram } from './engines/strands.ts';
import { waits, waitsProgram } from './engines/waits.ts';

const program = waitsProgram(waits(7));
const runAll = (batch: readonly Schedule[]) => batch.map((schedule) => runUnder(schedule, program));
const explorationOf = (budget: BudgetOptions): Exploration<string> =>
  new Exploration<string>({ keyOf: (text) => text, budget: new Budget(budget) });

const sentence = ({ outputs, coverage }: Explored<string>): string => coverageSentence(outputs.length, coverage);

describe('a limit of schedules', () => {
  test('is kept to the letter, with a quarter of them drawn at random', async () => {
    const found = await drive(explorationOf({ schedules: 400 }), runAll, 64);
    expect(found.outputs.reduce((sum, { schedules }) => sum + schedules, 0)).toBe(400);
    expect(found.outputs.reduce((sum, { samples }) => sum + samples, 0)).toBe(100);
    expect(found.coverage).toMatchObject({ kind: 'sampled', stopped: 'schedules', schedules: 400 });
  });

  test('of which the search needs less is complete', async () => {
    const found = await drive(explorationOf({ schedules: 10_000 }), runAll, 64);
    expect(found.coverage).toMatchObject({ kind: 'complete', schedules: 5040 });
  });
});

test('Knuth’s estimate of 7! orders is exact, since all walks meet 7, 6, … 2 options', async () => {
  const found = await drive(explorationOf({ schedules: 40 }), runAll, 8);
  expect(found.coverage).toMatchObject({ estimate: { schedules: 5040 } });
  expect(sentence(found)).toMatch(
    /^\d+ outputs seen in 40 of about 5,000 schedules \(Knuth’s estimate\); chance that the next one is new: \d+ % \(Good–Turing\)$/,
  );
});

test('time is what the given clock says: past three quarters random schedules, at its end nothing more', async () => {
  let now = 1000;
  const budget = { time: { ms: 100, now: () => now } };
  const found = await drive(
    explorationOf(budget),
    (batch) => {
      now += 20;
      return runAll(batch);
    },
    10,
  );
  expect(found.coverage).toMatchObject({ kind: 'sampled', stopped: 'time', schedules: 41 });
  expect(found.outputs.reduce((sum, { samples }) => sum + samples, 0)).toBe(10);
});

test('a run whose engine did not ask everywhere: the search came to its end, and not all was seen', async () => {
  const spent = (batch: Parameters<typeof runAll>[0]) => runAll(batch).map((run) => ({ ...run, spent: true }));
  const found = await drive(explorationOf({ schedules: 10_000 }), spent, 64);
  expect(found.coverage).toEqual({ kind: 'sampled', stopped: 'choices', schedules: 5040 });
});

test('an interruption keeps what was found', async () => {
  const abort = new AbortController();
  let batches = 0;
  const found = await drive(
    explorationOf({ signal: abort.signal }),
    (batch) => {
      if (++batches === 3) abort.abort();
      return runAll(batch);
    },
    10,
  );
  expect(found.coverage).toEqual({ kind: 'sampled', stopped: 'abort', schedules: 21 });
  expect(sentence(found)).toBe('21 outputs seen in 21 schedules, not complete: ended by an interruption');
});

test('an engine that gives back fewer runs was interrupted', async () => {
  const found = await drive(explorationOf({}), (batch) => runAll(batch.slice(0, 5)), 10);
  expect(found.coverage).toMatchObject({ kind: 'sampled', stopped: 'abort', schedules: 6 });
});

test('runs may come back over a pipe, in JSON', async () => {
  const found = await drive(
    explorationOf({}),
    async (batch) => {
      const sent = JSON.parse(JSON.stringify(batch)) as readonly Schedule[];
      return Promise.resolve(JSON.parse(JSON.stringify(runAll(sent))) as ReturnType<typeof runAll>);
    },
    64,
  );
  expect(found.outputs).toHaveLength(5040);
});

test('a program that does not run the same way twice is refused', async () => {
  let runs = 0;
  const other = waitsProgram(waits(8));
  const twoFaced = (batch: readonly Schedule[]) =>
    batch.map((schedule) => runUnder(schedule, ++runs > 5 ? other : program));
  const exploration = explorationOf({});
  await expect(drive(exploration, twoFaced, 1)).rejects.toMatchObject({
    name: 'CourseError',
    message:
      'the program does not run the same way twice: under schedule "0-5" it came to other choices than before\n' +
      '  fix: let it draw random numbers from a fixed seed, and read no file, clock or name of the machine that changes',
  });
});

test('one run that looked at the clock is enough for the sentence to say so', async () => {
  const two = waitsProgram(waits(2));
  const found = await drive(
    explorationOf({}),
    (batch) => batch.map((schedule, index) => ({ ...runUnder(schedule, two), pinned: index === 0 })),
    2,
  );
  expect(found.coverage).toMatchObject({ kind: 'complete', pinned: true });
});

test('a run that nobody asked for, or that came back before, is a fault of the engine', () => {
  const exploration = explorationOf({});
  const [schedule] = exploration.next(1);
  if (!schedule) throw new Error('the first schedule is there');
  const run = runUnder(schedule, program);
  exploration.take(schedule, run);
  expect(() => exploration.take(schedule, run)).toThrow('the run of a schedule that is not running');
});

describe('random schedules', () => {
  test('have a seed each, from the first that is given, and stay within the bound', () => {
    const bound = { threads: 1 };
    const exploration = new Exploration<string>({
      keyOf: (text) => text,
      budget: new Budget({ schedules: 4 }),
      bound,
      seed: 7,
    });
    for (let round = 0; round < 3; round++) {
      for (const schedule of exploration.next(1)) exploration.take(schedule, runUnder(schedule, program));
    }
    expect(exploration.next(1)).toEqual([{ deviations: [], then: { policy: 'random', seed: 7 }, bound }]);
    const more = new Exploration<string>({ keyOf: (text) => text, budget: new Budget({ schedules: 0 }) });
    expect(more.next(1)).toEqual([]);
  });

  test('say nothing new about an output that the search has found', async () => {
    const exploration = new Exploration<string>({ keyOf: () => 'same', budget: new Budget({ schedules: 4 }) });
    const found = await drive(exploration, runAll, 1);
    expect(found.outputs[0]).toMatchObject({ schedules: 4, samples: 1 });
    expect(found.coverage).toMatchObject({ estimate: { chanceOfNew: 0 } });
  });

  test('say that there is more where an output is theirs alone, and came once', async () => {
    let runs = 0;
    const exploration = new Exploration<number>({ keyOf: (one) => `${one}`, budget: new Budget({ schedules: 8 }) });
    const found = await drive(
      exploration,
      (batch) => batch.map((schedule) => ({ ...runUnder(schedule, program), outcome: ++runs })),
      1,
    );
    expect(found.coverage).toMatchObject({ estimate: { chanceOfNew: 1 } });
  });
});

test('a bound is named only where it kept something out', async () => {
  const add = [{ kind: 'add', name: 'n' }] as const;
  const strands = strandsProgram([add, add]);
  const boundOf = async (bound: Bound) => {
    const exploration = new Exploration<string>({ keyOf: (text) => text, budget: new Budget({}), bound });
    const { coverage } = await drive(exploration, (batch) => batch.map((one) => runUnder(one, strands)), 8);
    return coverage.kind === 'complete' ? coverage.bound : undefined;
  };
  expect(await boundOf({ threads: 1, cpu: 3 })).toEqual({ threads: 1 });
  expect(await boundOf({ threads: 50 })).toEqual({});
});
