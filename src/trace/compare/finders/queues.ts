// Through which queue a callback comes, and what the event loop does between two timers.
import { isLone, jobOf, placeOf, rowOf, sameLine, startsAlone, textOf, timerBehind } from '../twins.ts';
import type { Finding, Twins } from '../twins.ts';
import { lastBefore } from '../strands.ts';
import type { StrandPair, Side } from '../strands.ts';
import { rowAt } from '../rows.ts';
import type { After } from '../facts.ts';

export function queueDifferences(twins: Twins): Finding[] {
  return [...callbacks(twins), ...inOneTurn(twins), ...equalTimers(twins)];
}

/** Callbacks without a timer, told once for each two queues. */
function callbacks(twins: Twins): Finding[] {
  const all = twins.pairs.flatMap(({ ts, py }) => {
    const [left, right] = [jobOf(twins.ts, ts.resumes[0]), jobOf(twins.py, py.resumes[0])];
    if (!ts.kind.endsWith('callback') || py.kind !== 'callback' || !left || !right) return [];
    if (timerBehind(twins.ts, left) || timerBehind(twins.py, right)) return [];
    return [{ ts, py, queues: { ts: left.event.queue, py: right.event.queue } }];
  });
  return [...Map.groupBy(all, ({ queues }) => `${queues.ts} ${queues.py}`).values()].flatMap((group) => {
    const shown = group.find(({ ts }) => startsAlone(twins, 'ts', ts)) ?? group[0];
    if (!shown) return [];
    const { ts, py, queues } = shown;
    const half = (twin: 'ts' | 'py', { strand, resumes: [start = 0] }: StrandPair['ts']) => {
      return { strand: twins[twin].names.strand(strand), queue: queues[twin], after: gaveWay(twins[twin], start) };
    };
    const facts = { kind: 'callback queue', ts: half('ts', ts), py: half('py', py) } as const;
    const strands = { ts: group.map((one) => one.ts.strand), py: group.map((one) => one.py.strand) };
    return [{ facts, strands, row: rowOf(twins, 'ts', ts, ts.resumes[0] ?? 0) }];
  });
}

/** What the last strand did before an event: it suspended at a line, or it ended. */
function gaveWay({ events, names }: Side, index: number): After {
  const event = events.slice(0, index).findLast(({ kind }) => kind === 'suspend' || kind === 'settle');
  if (event?.kind === 'suspend') return { how: 'suspends', strand: names.strand(event.strand), line: event.line };
  return event?.kind === 'settle' ? { how: 'ends', strand: names.strand(event.strand) } : undefined;
}

/** Two timers due at once, and a strand that the first wakes: between them in Node, after both in asyncio. Told once. */
function inOneTurn(twins: Twins): Finding[] {
  const { ts, py, pairs } = twins;
  for (const timer of pairs) {
    const [here, there] = [timer.ts.resumes[0] ?? 0, timer.py.resumes[0] ?? 0];
    const due = jobOf(ts, here)?.event.queue === 'timers' && timerBehind(py, jobOf(py, there)) !== undefined;
    if (!due || !movedAsOne(py, there)) continue;
    for (const woken of pairs) {
      const before = lastBefore(woken.ts.resumes, here);
      const after = woken.py.resumes.find((index) => index > there);
      if (before === undefined || after === undefined || !woken.ts.suspends.length) continue;
      if (!wokenByTimer(ts, before, here) || !sameTime(py, there, after)) continue;
      if (timerBehind(py, jobOf(py, after)) === undefined) continue;
      const facts = {
        kind: 'timers in one turn',
        ts: { woken: placeOf(ts, before), timer: ts.names.strand(timer.ts.strand) },
        py: { woken: placeOf(py, after), timer: py.names.strand(timer.py.strand) },
      } as const;
      const strands = { ts: [woken.ts.strand, timer.ts.strand], py: [woken.py.strand, timer.py.strand] };
      const print = woken.ts.prints.find((index) => index > before);
      return [{ facts, strands, row: rowAt(twins.matches, 'ts', isLone(twins, 'ts', print) ? (print ?? 0) : before) }];
    }
  }
  return [];
}

/** The timer of this callback was taken together with another one, before either ran. */
function movedAsOne(side: Side, resume: number): boolean {
  const { events } = side;
  const timer = timerBehind(side, jobOf(side, resume));
  const taken = events.findIndex((event) => event.kind === 'dequeue' && event.job === timer?.event.job);
  const previous = events.slice(0, taken).findLastIndex(({ kind }) => kind === 'dequeue' || kind === 'resume');
  const event = events[previous];
  return event?.kind === 'dequeue' && event.queue === 'timers';
}

/** A microtask resumed the strand between two timers that were due at once. */
function wokenByTimer(side: Side, resume: number, timer: number): boolean {
  const job = jobOf(side, resume);
  return job?.event.queue === 'micro' && timerBehind(side, job) !== undefined && sameTime(side, resume, timer);
}

function sameTime({ events }: Side, from: number, to: number): boolean {
  return events.slice(from, to).every(({ kind }) => kind !== 'time');
}

/** Two lines after timers due at one time, in one order here and in the other there. Told once. */
function equalTimers(twins: Twins): Finding[] {
  const { ts, py, matches } = twins;
  const due = ts.prints.flatMap((print) => {
    const twin = sameLine(twins, 'ts', print);
    const [here, there] = [dueTime(ts, print), twin === undefined ? undefined : dueTime(py, twin)];
    return twin === undefined || here === undefined || there === undefined ? [] : [{ print, twin, here, there }];
  });
  for (const second of due) {
    const first = due.find(({ print, twin, here, there }) => {
      return print < second.print && twin > second.twin && here === second.here && there === second.there;
    });
    if (!first) continue;
    const [x, y] = [textOf(ts, first.print), textOf(ts, second.print)];
    const strands = { ts: [first, second].map(({ print }) => ts.links.runners[print]?.strand ?? 0), py: [] };
    const both = { ts: { first: x, second: y }, py: { first: y, second: x } };
    const row = rowAt(matches, 'ts', isLone(twins, 'ts', first.print) ? first.print : second.print);
    return [{ facts: { kind: 'equal timers', due: first.here, ...both }, strands, row }];
  }
  return [];
}

/** ms at which the timer was due that resumed the strand which printed a line. */
function dueTime(side: Side, print: number): number | undefined {
  const due = timerBehind(side, jobOf(side, side.links.runners[print]?.resumed))?.event.due;
  return due === undefined ? undefined : Math.round(due);
}
