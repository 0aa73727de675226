// Leaves out waits that tell a reader nothing: recorders say that a lane waits before they know whether it has to. Each rule
// looks at the records of one run in their order, times in ms.
import { repeated } from '../../../trace/narrate/names.ts';
import type { TimedRecord, TimedRecordOf } from './records.ts';

/** A shorter wait in which no other lane does anything was none. */
const shortest = 1;

/** A lane that runs for less than this, shows nothing and waits again for the same was only looking. */
const look = 20;

/** The end of a Worker takes no longer. */
const end = 50;

/** The records that tell something. */
export function withoutIdleWaits(records: readonly TimedRecord[]): TimedRecord[] {
  return withoutLastWaits(withoutLooks(withoutBriefWaits(records)));
}

/** Nobody could have seen a wait that was none. */
function withoutBriefWaits(records: readonly TimedRecord[]): TimedRecord[] {
  const dropped = new Set<TimedRecord>();
  records.forEach((record, index) => {
    const next = records[index + 1];
    if (record.e !== 'suspend' || next?.e !== 'resume' || next.lane !== record.lane) return;
    if (next.at - record.at >= shortest || isSleep(record)) return;
    const before = records[index - 1];
    dropped.add(record).add(next);
    if (before && 'how' in before && before.how === 'wait' && before.lane === record.lane) dropped.add(before);
  });
  return records.filter((record) => !dropped.has(record));
}

/** A loop that waits and looks: one wait, which says that it is begun again and again. */
function withoutLooks(records: readonly TimedRecord[]): TimedRecord[] {
  const dropped = new Set<TimedRecord>();
  const again = new Set<TimedRecord>();
  for (const own of Map.groupBy(records.filter(isSeen), ({ lane }) => lane).values()) {
    let first: TimedRecord | undefined;
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
      again.has(record) && record.e === 'suspend' ? { ...record, on: `${wordsOf(record)}${repeated}` } : record,
    );
}

type OfLane = Exclude<TimedRecord, { readonly e: 'process' }>;

/** What a reader sees of a lane; Node sends messages of its own. */
function isSeen(record: TimedRecord): record is OfLane {
  return record.e !== 'process' && record.e !== 'received';
}

function isAgain(record: TimedRecord, before: TimedRecord | undefined): boolean {
  if (record.e !== 'suspend' || before?.e !== 'suspend' || record.line !== before.line) return false;
  return record.on === before.on && (isSleep(record) || record.on === 'await');
}

function wordsOf({ on }: TimedRecordOf<'suspend'>): string {
  return typeof on === 'string' ? on : '';
}

/** The event loop of a Worker whose module has ended, and which then ends, has nothing to run. */
function withoutLastWaits(records: readonly TimedRecord[]): TimedRecord[] {
  const dropped = new Set<TimedRecord>();
  for (const own of Map.groupBy(records.filter(isSeen), ({ lane }) => lane.split('/')[0]).values()) {
    const wait = own.findLast(({ e }) => e !== 'settle');
    const settle = wait && own[own.indexOf(wait) + 1];
    if (wait?.e !== 'suspend' || wait.on !== 'event loop' || settle?.e !== 'settle') continue;
    if (settle.lane === wait.lane && settle.how === 'return' && settle.at - wait.at < end) dropped.add(wait);
  }
  return records.filter((record) => !dropped.has(record));
}

function isSleep({ on }: TimedRecordOf<'suspend'>): boolean {
  return typeof on === 'string' && on.startsWith('sleep(');
}
