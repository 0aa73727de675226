// Timed traces of the programs in test/fixtures/live, and what every one of them has to hold.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readNeeds } from '../../../src/course/snippets.ts';
import { traceLive } from '../../../src/runtime/real/record/trace.ts';
import type { LiveRequest } from '../../../src/runtime/real/record/trace.ts';
import { captionsOf } from '../../../src/trace/narrate/captions.ts';
import { traceSchema } from '../../../src/trace/events.ts';
import type { Trace, TraceEvent, TraceEventKind, TraceEventOf } from '../../../src/trace/events.ts';
import { stateAt } from '../../../src/trace/replay/replay.ts';
import { fixtures, root } from '../programs.ts';

export const folder = join(fixtures, 'live');

export async function traceFile(file: string, request: LiveRequest = {}): Promise<Trace> {
  const text = readFileSync(file, 'utf8');
  const language = extname(file) === '.py' ? 'py' : 'ts';
  return traceLive(root, { file, path: file, language, needs: readNeeds(text, file) }, request);
}

export const traceOf = (name: string, request?: LiveRequest) => traceFile(join(folder, name), request);

export function ofKind<K extends TraceEventKind>({ events }: Trace, kind: K): TraceEventOf<K>[] {
  return events.filter((event): event is TraceEventOf<K> => event.kind === kind);
}

export const stdoutOf = (trace: Trace) =>
  ofKind(trace, 'print').flatMap(({ stream, text }) => (stream === 'stdout' ? [text] : []));

/** The captions, without times: names and lines alone. */
export const told = ({ events }: Trace) => captionsOf(events);

/** What is wrong with a trace, whatever its program: nothing. */
export function faults(trace: Trace): string[] {
  traceSchema.parse(trace);
  const { events } = trace;
  const known = new Set([0]);
  const found: string[] = [];
  events.forEach((event, index) => {
    if (event.at < (events[index - 1]?.at ?? 0)) found.push(`${index}: the time runs back`);
    if (event.kind === 'create') known.add(event.strand);
    else if ('strand' in event && !known.has(event.strand))
      found.push(`${index}: strand ${event.strand} does not exist yet`);
  });
  for (const strand of known) found.push(...afterItsEnd(events, strand));
  if (stateAt(events, events.length).exit === undefined) found.push('it has no exit');
  return found;
}

function afterItsEnd(events: readonly TraceEvent[], strand: number): string[] {
  const own = events.filter((event) => 'strand' in event && event.strand === strand);
  const end = own.findIndex((event) => event.kind === 'settle');
  return end < 0 ? [] : own.slice(end + 1).map((event) => `strand ${strand} has ended before its ${event.kind}`);
}
