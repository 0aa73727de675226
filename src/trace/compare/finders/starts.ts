// How lanes start: an async function runs inside the call, a task after it, a coroutine when it is awaited or never.
import { counterpart, isLone, jobOf, rowOf, sameLine, startsAlone, storyOf, textOf } from '../twins.ts';
import type { Found, Twins } from '../twins.ts';
import { laneAt, lastBefore, lineNumber } from '../lanes.ts';
import type { LanePair, LaneStory, Side } from '../lanes.ts';
import { rowAt } from '../rows.ts';
import type { Place } from '../words.ts';

/** Each of them once for all lanes that one lane starts. */
export function startDifferences(twins: Twins): Found[] {
  const alone = [...twins.ts.lanes.values()].filter((lane) => {
    return lane.kind === 'async function' && twins.pairs.every((pair) => pair.ts !== lane) && isEager(twins.ts, lane);
  });
  return [...eagerStarts(twins), ...awaitedCoroutines(twins, alone), ...neverStarted(twins, alone)];
}

/** It ran on the stack of the lane that created it. */
function isEager({ links }: Side, { resumes: [start = -1], by }: LaneStory): boolean {
  return by !== undefined && links.runners[start]?.lane === by;
}

function eagerStarts(twins: Twins): Found[] {
  const lazy = twins.pairs.filter((pair) => {
    const sameCaller = twins.pairs.some(({ ts, py }) => ts.lane === pair.ts.by && py.lane === pair.py.by);
    return pair.ts.kind === 'async function' && isEager(twins.ts, pair.ts) && sameCaller && wayOf(twins.py, pair.py);
  });
  return byCaller(lazy, ({ ts }) => ts.by).flatMap((group) => {
    const shown = group.find(({ ts }) => startsAlone(twins, 'ts', ts)) ?? group[0];
    return shown ? [eagerStart(twins, shown, group)] : [];
  });
}

function eagerStart(twins: Twins, { ts, py }: LanePair, group: readonly LanePair[]): Found {
  const way = wayOf(twins.py, py);
  const facts = {
    kind: 'eager start',
    ts: { lane: twins.ts.names.lane(ts.lane), caller: callerOf(twins.ts, ts) },
    py: {
      lane: twins.py.names.lane(py.lane),
      queue: jobOf(twins.py, py.resumes[0])?.event.queue ?? 'ready',
      creator: { lane: twins.py.names.lane(py.by ?? 0), line: lineNumber(twins.py, way) },
    },
    gave: way !== undefined && twins.py.events[way]?.kind === 'suspend' ? 'suspends' : 'ends',
    likewise: group.length - 1,
  } as const;
  const lanes = { ts: group.map((pair) => pair.ts.lane), py: group.map((pair) => pair.py.lane) };
  return { facts, lanes, row: rowOf(twins, 'ts', ts, ts.resumes[0] ?? 0) };
}

/** How the creator of a queued lane gave way before that started; undefined where the lane is not one that is queued. */
function wayOf(side: Side, { resumes: [start], create = -1, by }: LaneStory): number | undefined {
  const creator = storyOf(side, by);
  if (start === undefined || creator === undefined || jobOf(side, start) === undefined) return undefined;
  const way = lastBefore(creator.suspends, start) ?? -1;
  const event = side.events[way];
  if (way > create) return event?.kind === 'suspend' && event.on !== 'event loop' ? way : undefined;
  return creator.settle !== undefined && creator.settle < start ? creator.settle : undefined;
}

function awaitedCoroutines(twins: Twins, alone: readonly LaneStory[]): Found[] {
  const { ts, py } = twins;
  const inside = alone.flatMap((lane) => {
    const [first] = lane.prints;
    const twin = first === undefined ? undefined : sameLine(twins, 'ts', first);
    const runner = counterpart(twins, lane.by);
    if (first === undefined || twin === undefined || runner?.lane !== laneAt(py, twin)) return [];
    return isLone(twins, 'ts', first) || isLone(twins, 'py', twin) ? [{ lane, first, twin, runner }] : [];
  });
  return byCaller(inside, ({ lane }) => lane.by).flatMap((group) => {
    const shown = group.find(({ first }) => isLone(twins, 'ts', first)) ?? group[0];
    if (!shown) return [];
    const { lane, first, twin, runner } = shown;
    const after = lineNumber(py, lastBefore(runner.prints, twin));
    const body = { lane: py.names.lane(runner.lane), line: lineNumber(py, twin), text: textOf(py, twin), after };
    const caller = { lane: ts.names.lane(lane.lane), caller: callerOf(ts, lane) };
    const facts = { kind: 'awaited coroutine', ts: caller, py: body, likewise: group.length - 1 } as const;
    const lanes = { ts: group.map((one) => one.lane.lane), py: [] };
    return [{ facts, lanes, row: rowAt(twins.matches, 'ts', first) }];
  });
}

function neverStarted(twins: Twins, alone: readonly LaneStory[]): Found[] {
  const { ts, py } = twins;
  return alone.flatMap((lane) => {
    const [first] = lane.prints;
    const elsewhere = lane.prints.some((print) => sameLine(twins, 'ts', print) !== undefined);
    const named = [...py.lanes.values()].some(({ name }) => name === lane.name);
    if (first === undefined || elsewhere || named) return [];
    const facts = {
      kind: 'never started',
      ts: { lane: ts.names.lane(lane.lane), caller: callerOf(ts, lane) },
    } as const;
    return [{ facts, lanes: { ts: [lane.lane], py: [] }, row: rowAt(twins.matches, 'ts', first), missing: true }];
  });
}

function callerOf({ names, links }: Side, { by = 0, create = 0 }: LaneStory): Place {
  return { lane: names.lane(by), line: links.runners[create]?.line ?? 0 };
}

function byCaller<T>(all: readonly T[], caller: (one: T) => number | undefined): T[][] {
  return [...Map.groupBy(all, caller).values()];
}
