// A schedule of a Python program: the usual one, the one that a run names, and those that do not fit.
import { describe, expect, it } from 'vitest';
import { deviationsOf } from '../../../../src/explore/decision.ts';
import { usualSchedule } from '../../../../src/explore/schedule.ts';
import type { Model } from '../../../../src/runtime/models.ts';
import { noCpython } from '../../../cpython.ts';
import { explore, outputOf, outputsOf, runsOf, withProgram } from './search.ts';

const race = `import asyncio
async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
async def main():
    tasks = [asyncio.create_task(job('a', 0.02)), asyncio.create_task(job('b', 0.01)), asyncio.create_task(job('c', 0.02))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
asyncio.run(main())
`;

const models: readonly Model[] = ['usual', 'cpu', 'stalls', 'latency', 'ties'];

describe.skipIf(noCpython)('the usual schedule', () => {
  it.each(models)('prints under %s what a plain run prints', async (model) => {
    const [run] = await withProgram(race, (program) => runsOf(program, model, [usualSchedule]));
    expect(run?.outcome).toMatchObject({ stdout: ['b', '1 2'], stderr: [], exit: 0, elapsed: 10 });
  });

  it('chooses nothing under the model of that name', async () => {
    const [run] = await withProgram(race, (program) => runsOf(program, 'usual', [usualSchedule]));
    expect(run?.decisions).toEqual([]);
  });

  it.each(['cpu', 'stalls', 'latency'] as const)('says what it has decided about times under %s', async (model) => {
    const [run] = await withProgram(race, (program) => runsOf(program, model, [usualSchedule]));
    expect(run?.outcome.path?.inequalities.length).toBeGreaterThan(0);
  });
});

describe.skipIf(noCpython)('a schedule that a run names', () => {
  it.each(['cpu', 'latency', 'ties'] as const)('gives that run again, in a process of its own (%s)', async (model) => {
    await withProgram(race, async (program) => {
      const { outputs, complete } = await explore(program, model);
      expect(complete).toBe(true);
      for (const run of outputs.values()) {
        const [again] = await runsOf(program, model, [{ deviations: deviationsOf(run.decisions) }]);
        expect(again).toEqual(run);
      }
    });
  });

  it('is drawn by a seed, within a bound', async () => {
    const then = { policy: 'random', seed: 7 } as const;
    const schedules = [
      { deviations: [], then },
      { deviations: [], then, bound: { cpu: 1 } },
    ] as const;
    const [free, bounded] = await withProgram(race, (program) => runsOf(program, 'stalls', schedules));
    const stalls = (run: typeof free) => run?.decisions.filter(({ cost, taken }) => cost === 1 && taken === 1).length;
    expect(stalls(free)).toBeGreaterThan(1);
    expect(stalls(bounded)).toBe(1);
  });
});

describe.skipIf(noCpython)('a schedule that does not fit', () => {
  it('asks for an option that is not there', async () => {
    const runs = withProgram(race, (program) => runsOf(program, 'cpu', [{ deviations: [{ at: 0, take: 5 }] }]));
    await expect(runs).rejects.toMatchObject({
      kind: 'misuse',
      what: 'the schedule does not fit the run: "0-5" asks for option 5 where the last one is 1',
    });
  });

  it('is longer than the run', async () => {
    const runs = withProgram(race, (program) => runsOf(program, 'cpu', [{ deviations: [{ at: 100, take: 1 }] }]));
    await expect(runs).rejects.toThrow(
      /^the schedule does not fit the run: "2s" is decision 100 from 0, and the run has \d/,
    );
  });
});

describe.skipIf(noCpython)('a set of tasks', () => {
  it('keeps the order in which they were made, and any other where it is gone through', async () => {
    const text = `import asyncio
async def job(name):
    try: await asyncio.Event().wait()
    finally: print(name)
async def main():
    tasks = [asyncio.create_task(job(name)) for name in 'ab']
    await asyncio.sleep(0)
    done, pending = await asyncio.wait(tasks, timeout=0)
    for task in pending: task.cancel()
    await asyncio.wait(tasks)
asyncio.run(main())
`;
    const [usual] = await withProgram(text, (program) => runsOf(program, 'usual', [usualSchedule]));
    expect(usual && outputOf(usual)).toBe('a / b');
    expect(outputsOf(await withProgram(text, (program) => explore(program, 'ties')))).toEqual(['a / b', 'b / a']);
  });
});

it.skipIf(noCpython)(
  'what a program reads on stdin is empty: the schedules that come there are not its own',
  async () => {
    const text = 'import sys\nprint(repr(sys.stdin.read()))\n';
    const runs = await withProgram(text, (program) => runsOf(program, 'cpu', [usualSchedule, usualSchedule]));
    expect(runs.map(outputOf)).toEqual(["''", "''"]);
  },
);

it.skipIf(noCpython)(
  'whose wait ends next is called by the name of its task, with a number where two have the same',
  async () => {
    const text = `import asyncio
async def job(name):
    await asyncio.sleep(0.01)
async def main():
    await asyncio.gather(job('a'), job('b'), asyncio.create_task(job('c'), name='limit'))
asyncio.run(main())
`;
    const [run] = await withProgram(text, (program) => runsOf(program, 'latency', [usualSchedule]));
    expect(run?.decisions[0]?.ways).toEqual([
      { id: 'main/task 1/task 1/wait 1', strand: 'limit', line: 3 },
      { id: 'main/task 1/task 2/wait 1', strand: 'job #1', line: 3 },
      { id: 'main/task 1/task 3/wait 1', strand: 'job #2', line: 3 },
    ]);
  },
);
