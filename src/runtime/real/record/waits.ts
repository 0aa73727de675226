// Leaves out waits that tell a reader nothing: recorders say that a strand waits before they know whether it has to. Each rule
// looks at the records of one run in their order, times in ms.
import type { LiveRecord, LiveRecordOf, LiveWait } from './records.ts';

/** A shorter wait in which no other strand does anything was none. */
const shortest = 1;

/** A strand that runs for less than this, shows nothing and waits again for the same was only looking. */
const look = 20;

/** The end of a Worker takes no longer. */
const end = 50;

/** The records that tell something. */
export function withoutIdleWaits(records: readonly LiveRecord[]): LiveRecord[] {
  return withoutLastWaits(withoutLooks(withoutBriefWaits(records)));
}

/** Nobody could have seen a wait that was none. */
function withoutBriefWaits(records: readonly LiveRecord[]): LiveRecord[] {
  const dropped = new Set<LiveRecord>();
  records.forEach((record, index) => {
    const next = records[index + 1];
    if (record.e !== 'suspend' || next?.e !== 'resume' || next.strand !== record.strand) return;
    if (next.at - record.at >= shortest || isSleep(record)) return;
    const before = records[index - 1];
    dropped.add(record).add(next);
    if (before && 'how' in before && before.how === 'wait' && before.strand === record.strand) dropped.add(before);
  });
  return records.filter((record) => !dropped.has(record));
}

/** A loop that waits and looks: one wait, which says that it is begun again and again. */
function withoutLooks(records: readonly LiveRecord[]): LiveRecord[] {
  const dropped = new Set<LiveRecord>();
  const again = new Set<LiveRecord>();
  for (const own of Map.groupBy(records.filter(isSeen), ({ strand }) => strand).values()) {
    let first: LiveRecord | undefined;
    own.forEach((record, index) => {
      const [before, resumed] = [own[index - 2], own[index - 1]];
      if (!isAgain(record, before) || resumed?.e !== 'resume' || record.at - resumed.at >= look) return;
      if (before && !dropped.has(before)) first = before;
      if (first) again.add(first);
      dropped.add(resumed).add(record);
    });
  }
  return records
    .filter((record) => !dropped.has(record))
    .map((record) =>
      record.e === 'suspend' && again.has(record) && mayRepeat(record.on)
        ? { ...record, on: { ...record.on, repeated: true } }
        : record,
    );
}

type OfStrand = Exclude<LiveRecord, { readonly e: 'process' }>;

/** What a reader sees of a strand; Node sends messages of its own. */
function isSeen(record: LiveRecord): record is OfStrand {
  return record.e !== 'process' && record.e !== 'received';
}

function isAgain(record: LiveRecord, before: LiveRecord | undefined): boolean {
  if (record.e !== 'suspend' || before?.e !== 'suspend' || record.line !== before.line) return false;
  const [on, other] = [record.on, before.on];
  if (on.kind === 'sleep') return other.kind === 'sleep' && on.ms === other.ms;
  if (on.kind === 'turn') return other.kind === 'turn';
  return on.kind === 'await' && on.what === 'promise' && other.kind === 'await' && other.what === 'promise';
}

/** Whether a wait can be one that is begun again and again. */
function mayRepeat(on: LiveWait): on is Extract<LiveWait, { readonly repeated?: unknown }> {
  return on.kind === 'sleep' || on.kind === 'turn' || on.kind === 'await';
}

/** The event loop of a Worker whose module has ended, and which then ends, has nothing to run. */
function withoutLastWaits(records: readonly LiveRecord[]): LiveRecord[] {
  const dropped = new Set<LiveRecord>();
  for (const own of Map.groupBy(records.filter(isSeen), ({ strand }) => strand.split('/')[0]).values()) {
    const wait = own.findLast(({ e }) => e !== 'settle');
    const settle = wait && own[own.indexOf(wait) + 1];
    if (wait?.e !== 'suspend' || !runsLoop(wait.on) || settle?.e !== 'settle') continue;
    if (settle.strand === wait.strand && settle.how === 'return' && settle.at - wait.at < end) dropped.add(wait);
  }
  return records.filter((record) => !dropped.has(record));
}

function isSleep({ on }: LiveRecordOf<'suspend'>): boolean {
  return on.kind === 'sleep' || on.kind === 'turn';
}

function runsLoop(on: LiveWait): boolean {
  return on.kind === 'runs' && on.what === 'event loop';
}
