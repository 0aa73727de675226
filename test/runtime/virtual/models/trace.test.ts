// The trace of a Python program under a schedule: the events of that run, and where it left the usual way.
import { describe, expect, it } from 'vitest';
import { deviationsOf } from '../../../../src/explore/decision.ts';
import type { Schedule } from '../../../../src/explore/schedule.ts';
import type { Model } from '../../../../src/runtime/models.ts';
import { traceCpython } from '../../../../src/runtime/virtual/trace-schedule.ts';
import { captionsOf } from '../../../../src/trace/narrate/captions.ts';
import { noCpython } from '../../../cpython.ts';
import { root } from '../../programs.ts';
import { explore, runsOf, withProgram } from './search.ts';

const race = `import asyncio
async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
async def main():
    await asyncio.gather(job('a', 0.02), job('b', 0.02), job('c', 0.01))
asyncio.run(main())
`;

async function traced(model: Model, schedule: Schedule) {
  return withProgram(race, async (program) => {
    const trace = await traceCpython(root, program, { model, schedule });
    if ('refused' in trace) throw trace.refused;
    const [run] = await runsOf(program, model, [schedule]);
    return { trace, run };
  });
}

const printed = (events: readonly { readonly kind: string; readonly text?: unknown }[]) =>
  events.filter(({ kind }) => kind === 'print').map(({ text }) => text);

describe.skipIf(noCpython)('a traced run', () => {
  it.each(['cpu', 'latency', 'ties'] as const)(
    'prints under %s what the run prints that is not traced',
    async (model) => {
      await withProgram(race, async (program) => {
        for (const run of (await explore(program, model)).outputs.values()) {
          const schedule = { deviations: deviationsOf(run.decisions) };
          const trace = await traceCpython(root, program, { model, schedule });
          expect('events' in trace && printed(trace.events)).toEqual(run.outcome.stdout);
        }
      });
    },
  );

  it('has no decision where the schedule is the usual one', async () => {
    const { trace } = await traced('latency', { deviations: [] });
    expect(trace.events.filter(({ kind }) => kind === 'decision')).toEqual([]);
  });

  it('says which timer ended before the one that usually does', async () => {
    const { trace } = await traced('latency', { deviations: [{ at: 0, take: 1 }] });
    const decision = trace.events.findIndex(({ kind }) => kind === 'decision');
    expect(captionsOf(trace.events)[decision]).toBe(
      'here the run leaves its usual way, for an outside wait took longer: next is end of sleep of task job #1; ' +
        'in the plain run next is end of sleep of task job #3',
    );
  });

  it('says that the process stood still', async () => {
    const { trace } = await traced('cpu', { deviations: [{ at: 0, take: 1 }] });
    expect(trace.events.find(({ kind }) => kind === 'decision')).toMatchObject({ cause: 'cpu', chosen: 1, usual: 0 });
  });

  it('says which of equal deadlines is first', async () => {
    const { trace } = await traced('ties', { deviations: [{ at: 0, take: 1 }] });
    const decision = trace.events.find((event) => event.kind === 'decision');
    const jobs =
      decision?.kind === 'decision' ? decision.options.flatMap((way) => (way.kind === 'job' ? way.job : [])) : [];
    const set = trace.events.flatMap((event) =>
      event.kind === 'enqueue' && event.queue === 'timers' ? event.job : [],
    );
    expect(jobs).toEqual(set.slice(0, 2));
  });
});
