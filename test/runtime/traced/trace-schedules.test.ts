// The trace of a run under a schedule says where it left the usual way, and shows times that such a run has.
import { expect, test } from 'vitest';
import { deviationsOf } from '../../../src/explore/decision.ts';
import type { Model } from '../../../src/runtime/models.ts';
import { traceOnTraced } from '../../../src/runtime/traced/trace.ts';
import type { TracedModel } from '../../../src/runtime/traced/model.ts';
import { traceSchema } from '../../../src/trace/events.ts';
import type { Trace } from '../../../src/trace/events.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { explored } from './schedules.ts';

/** The trace of the nearest schedule under which the program prints this. */
async function traceOf(text: string, model: TracedModel & Model, output: string): Promise<Trace> {
  const { outputs } = await explored(text, model);
  const found = outputs.find(({ outcome }) => outcome.stdout.join(' ') === output);
  if (!found) throw new Error(`${output} is not printed`);
  const program = { language: 'ts', file: '/program.ts', path: 'program.ts', needs: [], text } as const;
  const trace = await traceOnTraced('/', program, { model, schedule: { deviations: deviationsOf(found.nearest) } });
  if ('refused' in trace) throw trace.refused;
  return trace;
}

/** What is told of the decisions and of what is printed, with the times. */
function told({ events }: Trace): string[] {
  const captions = captionsOf(events);
  return events.flatMap(({ kind, at }, index) => {
    return kind === 'decision' || kind === 'print' || kind === 'time' ? [`${at}: ${captions[index]}`] : [];
  });
}

const timer = (name: string, ms: number) => `setTimeout(() => console.log('${name}'), ${ms});\n`;

test('under cpu each stall, where it comes, as short as it can be', async () => {
  const trace = await traceOf(timer('b', 50) + timer('a', 10), 'cpu', 'b a');
  expect(traceSchema.parse(trace)).toEqual(trace);
  expect(told(trace)).toEqual([
    '40: here the run leaves its usual way, for the processor was busy: the process stands still for 40 ms first; in the plain run it does not stand still',
    '50: nothing can run: the clock moves to 50 ms',
    '50: timer callback of line 1 prints "b" at line 1',
    '50: timer callback of line 2 prints "a" at line 2',
  ]);
});

test('under latency which timer ended instead of which', async () => {
  const trace = await traceOf(timer('b', 50) + timer('a', 10), 'latency', 'b a');
  expect(told(trace)).toEqual([
    '0: here the run leaves its usual way, for an outside wait took longer: next is timer of line 1; in the plain run next is timer of line 2',
    '50: nothing can run: the clock moves to 50 ms',
    '50: timer callback of line 1 prints "b" at line 1',
    '50: timer callback of line 2 prints "a" at line 2',
  ]);
});

test('without deviations it is the trace of the plain run', async () => {
  const text = timer('b', 50) + timer('a', 10);
  const program = { language: 'ts', file: '/program.ts', path: 'program.ts', needs: [], text } as const;
  const traces = await Promise.all(
    (['usual', 'cpu', 'stalls', 'latency'] as const).map((model) =>
      traceOnTraced('/', program, { model, schedule: { deviations: [] } }),
    ),
  );
  for (const trace of traces) expect(trace).toEqual(traces[0]);
});

test('under latency that nothing more ended in a turn, where usually something does', async () => {
  const text =
    "for (const n of ['a', 'b']) setTimeout(() => { console.log(n); setImmediate(() => console.log(n + n)); }, 10);";
  expect(told(await traceOf(text, 'latency', 'a aa b bb'))).toContain(
    '10: here the run leaves its usual way, for an outside wait took longer: nothing more ends in this turn of the loop; in the plain run next is timer of line 1',
  );
});
