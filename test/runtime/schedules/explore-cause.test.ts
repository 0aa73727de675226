// Exploring under a cause: phase by phase, until the search of one comes to its end or nothing is left to spend.
import { expect, test } from 'vitest';
import { runUnder } from '../../../src/explore/recorder.ts';
import type { Choose } from '../../../src/explore/decision.ts';
import { phasesOf } from '../../../src/runtime/causes.ts';
import { exploreCause } from '../../../src/runtime/schedules/explore-cause.ts';
import type { StartScheduled } from '../../../src/runtime/schedules/scheduled-program.ts';
import { programOf } from './program.ts';

/** An engine whose program prints what it chooses; it tells under which models it was started and how often it was stopped. */
function engine(body: (choose: Choose, model: string) => readonly string[]) {
  const told = { models: new Array<string>(), stopped: 0 };
  const start: StartScheduled = (_root, _program, { model }) => {
    told.models.push(model);
    return Promise.resolve({
      run: (schedules) =>
        Promise.resolve(
          schedules.map((schedule) =>
            runUnder(schedule, ({ choose }) => {
              return { stdout: body(choose, model), stderr: [], exit: 0, elapsed: 0 };
            }),
          ),
        ),
      stop: () => {
        told.stopped += 1;
        return Promise.resolve();
      },
    });
  };
  return { start, told };
}

const program = programOf('ts', 'console.log()\n');
const few = { spending: { schedules: 240 } };

test('the first phase whose search comes to its end says all', async () => {
  const { start, told } = engine((choose) => [String(choose({ cause: 'cpu', options: 3 }))]);
  const found = await exploreCause('', program, phasesOf('cpu'), start, few);
  expect(found.outcomes.map(({ stdout }) => stdout[0])).toEqual(['0', '1', '2']);
  expect(found.coverage).toMatchObject({ kind: 'complete', schedules: 3, bound: {} });
  expect(told).toEqual({ models: ['cpu'], stopped: 1 });
});

test('where there are too many schedules for it, the next one bounds the number of stalls, and the sentence says so', async () => {
  const { start, told } = engine((choose, model) => {
    const cost = model === 'stalls' ? { cost: 1 } : {};
    const taken = Array.from({ length: 10 }, () => choose({ cause: 'cpu', options: 2, ...cost }));
    return [String(taken.reduce((sum, one) => sum + one, 0))];
  });
  const found = await exploreCause('', program, phasesOf('cpu'), start, few);
  expect(found.coverage).toMatchObject({ kind: 'complete', bound: { cpu: 2 } });
  expect(told).toEqual({ models: ['cpu', 'stalls'], stopped: 2 });
  expect(found.runs).toBe(120 + 1 + 10 + 45);
});

test('what the engine of a model does not ask, no later phase is run for', async () => {
  const { start, told } = engine((choose) => [String(choose({ cause: 'cpu', options: 2 }))]);
  const spent: StartScheduled = async (...request) => {
    const started = await start(...request);
    const run = async (schedules: Parameters<typeof started.run>[0]) =>
      (await started.run(schedules)).map((each) => ({ ...each, spent: true }));
    return { ...started, run };
  };
  const found = await exploreCause('', program, phasesOf('cpu'), spent, few);
  expect(found.coverage).toEqual({ kind: 'sampled', stopped: 'choices', schedules: 2 });
  expect(told).toEqual({ models: ['cpu'], stopped: 1 });
});

test('an output has the token of the schedule that is nearest to the usual one', async () => {
  const { start } = engine((choose) => {
    const taken = [choose({ cause: 'latency', options: 2 }), choose({ cause: 'latency', options: 2 })];
    return [taken.includes(1) ? 'late' : 'in time'];
  });
  const { outcomes } = await exploreCause('', program, phasesOf('latency'), start, few);
  expect(outcomes.map(({ origin, count }) => [origin.kind === 'schedule' && origin.token, count])).toEqual([
    [expect.stringMatching(/^traced\.latency\.[\da-f]{8}$/), 1],
    [expect.stringMatching(/^traced\.latency\.[\da-f]{8}\.1$/), 3],
  ]);
});

test('what cannot be searched to its end is sampled, and says how much is missing', async () => {
  const { start } = engine((choose) => {
    return Array.from({ length: 12 }, () => String(choose({ cause: 'latency', options: 4 })));
  });
  const { coverage } = await exploreCause('', program, phasesOf('latency'), start, few);
  expect(coverage).toMatchObject({ kind: 'sampled', stopped: 'schedules', schedules: 240 });
});

test('an engine that refuses ends the exploration, and is stopped', async () => {
  const { start, told } = engine(() => {
    throw new Error('no');
  });
  await expect(exploreCause('', program, phasesOf('none'), start, few)).rejects.toThrow('no');
  expect(told.stopped).toBe(1);
});
