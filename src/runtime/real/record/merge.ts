// Puts the records of all processes of a run into one order: by their clock, each stream in its own order, and the prints as
// the lines really came out.
import { LineOrder } from './line-order.ts';
import type { Line } from '../../../trace/recording.ts';
import type { LiveItem, LiveRecord, LiveRecordOf } from './records.ts';
import { withoutIdleWaits } from './waits.ts';

/** Clocks of two processes that differ by less, in microseconds, are one: the calendar clock is read a moment later. */
const clockSlack = 50_000;

/**
 * All records as one list, `at` never smaller than before; each line of the run stands in it once, in the order of `lines`.
 * `started`: when the run began, in microseconds of the clock of the records.
 */
export function merged(
  streams: readonly (readonly LiveRecord[])[],
  lines: readonly Line[],
  started: number,
): LiveItem[] {
  const first = startOf(streams) ?? started;
  const sorted = byClock(streams, first);
  const shifted = lines.map((line) => ({
    ...line,
    at: Math.max(0, Math.round(line.at * 100 + (started - first) / 10) / 100),
  }));
  return inOutputOrder(withoutIdleWaits(sorted), shifted);
}

/** When the program's own code starts; what its engine does before is no part of the trace. */
function startOf(streams: readonly (readonly LiveRecord[])[]): number | undefined {
  const own = streams.find(([hello]) => hello?.e === 'process' && hello.program) ?? streams[0];
  return (own?.find((record) => record.e === 'resume') ?? own?.[0])?.at;
}

/** The machine's processes share one monotonic clock. Where one does not, its calendar clock says by how much it is off. */
function byClock(streams: readonly (readonly LiveRecord[])[], first: number): LiveRecord[] {
  const hellos = streams.map((stream) => stream.find((record) => record.e === 'process'));
  const program = hellos.find((hello) => hello?.program) ?? hellos[0];
  const live = streams.map((stream, index) => {
    const off = offset(hellos[index], program);
    let now = 0;
    return stream.map((record) => {
      now = Math.max(now, record.at - off);
      return { ...record, at: now };
    });
  });
  return live
    .flat()
    .map((record) => ({ ...record, at: Math.max(0, Math.round((record.at - first) / 10) / 100) }))
    .sort((left, right) => left.at - right.at);
}

type Hello = LiveRecordOf<'process'>;

function offset(own: Hello | undefined, program: Hello | undefined): number {
  if (!own || !program) return 0;
  const off = own.at - own.wall - (program.at - program.wall);
  return Math.abs(off) < clockSlack ? 0 : off;
}

/** A print is told a moment before it is done, or long before: what a Worker prints leaves through the main thread. */
function inOutputOrder(records: readonly LiveRecord[], lines: readonly Line[]): LiveItem[] {
  const order = new LineOrder(records, lines);
  const ordered: LiveItem[] = [];
  let now = 0;
  const keep = (hook: LiveItem): void => {
    now = Math.max(now, hook.at);
    ordered.push({ ...hook, at: now });
  };
  for (const record of records) {
    order.take(record.at).forEach(keep);
    if (record.e === 'print') order.ready(record);
    else if (record.e !== 'settle' || !order.holdsBack(record)) keep(record);
    order.take(record.at).forEach(keep);
  }
  order.take(Infinity).forEach(keep);
  return ordered;
}
