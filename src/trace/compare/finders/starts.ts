// How strands start: an async function runs inside the call, a task after it, a coroutine when it is awaited or never.
import { counterpart, isLone, jobOf, rowOf, runsLoop, sameLine, startsAlone, storyOf, textOf } from '../twins.ts';
import type { Finding, Twins } from '../twins.ts';
import { strandAt, lastBefore, lineNumber } from '../strands.ts';
import type { StrandPair, StrandStory, Side } from '../strands.ts';
import { rowAt } from '../rows.ts';
import type { Place } from '../facts.ts';

/** Each of them once for all strands that one strand starts. */
export function startDifferences(twins: Twins): Finding[] {
  const alone = [...twins.ts.strands.values()].filter((strand) => {
    return (
      strand.kind === 'async function' && twins.pairs.every((pair) => pair.ts !== strand) && isEager(twins.ts, strand)
    );
  });
  return [...eagerStarts(twins), ...awaitedCoroutines(twins, alone), ...neverStarted(twins, alone)];
}

/** It ran on the stack of the strand that created it. */
function isEager({ links }: Side, { resumes: [start = -1], by }: StrandStory): boolean {
  return by !== undefined && links.runners[start]?.strand === by;
}

function eagerStarts(twins: Twins): Finding[] {
  const lazy = twins.pairs.filter((pair) => {
    const sameCaller = twins.pairs.some(({ ts, py }) => ts.strand === pair.ts.by && py.strand === pair.py.by);
    return pair.ts.kind === 'async function' && isEager(twins.ts, pair.ts) && sameCaller && wayOf(twins.py, pair.py);
  });
  return byCaller(lazy, ({ ts }) => ts.by).flatMap((group) => {
    const shown = group.find(({ ts }) => startsAlone(twins, 'ts', ts)) ?? group[0];
    return shown ? [eagerStart(twins, shown, group)] : [];
  });
}

function eagerStart(twins: Twins, { ts, py }: StrandPair, group: readonly StrandPair[]): Finding {
  const way = wayOf(twins.py, py);
  const facts = {
    kind: 'eager start',
    ts: { strand: twins.ts.names.strand(ts.strand), caller: callerOf(twins.ts, ts) },
    py: {
      strand: twins.py.names.strand(py.strand),
      queue: jobOf(twins.py, py.resumes[0])?.event.queue ?? 'ready',
      creator: { strand: twins.py.names.strand(py.by ?? 0), line: lineNumber(twins.py, way) },
    },
    gave: way !== undefined && twins.py.events[way]?.kind === 'suspend' ? 'suspends' : 'ends',
    likewise: group.length - 1,
  } as const;
  const strands = { ts: group.map((pair) => pair.ts.strand), py: group.map((pair) => pair.py.strand) };
  return { facts, strands, row: rowOf(twins, 'ts', ts, ts.resumes[0] ?? 0) };
}

/** How the creator of a queued strand gave way before that started; undefined where the strand is not one that is queued. */
function wayOf(side: Side, { resumes: [start], create = -1, by }: StrandStory): number | undefined {
  const creator = storyOf(side, by);
  if (start === undefined || creator === undefined || jobOf(side, start) === undefined) return undefined;
  const way = lastBefore(creator.suspends, start) ?? -1;
  const event = side.events[way];
  if (way > create) return event?.kind === 'suspend' && !runsLoop(event) ? way : undefined;
  return creator.settle !== undefined && creator.settle < start ? creator.settle : undefined;
}

function awaitedCoroutines(twins: Twins, alone: readonly StrandStory[]): Finding[] {
  const { ts, py } = twins;
  const inside = alone.flatMap((strand) => {
    const [first] = strand.prints;
    const twin = first === undefined ? undefined : sameLine(twins, 'ts', first);
    const runner = counterpart(twins, strand.by);
    if (first === undefined || twin === undefined || runner?.strand !== strandAt(py, twin)) return [];
    return isLone(twins, 'ts', first) || isLone(twins, 'py', twin) ? [{ strand, first, twin, runner }] : [];
  });
  return byCaller(inside, ({ strand }) => strand.by).flatMap((group) => {
    const shown = group.find(({ first }) => isLone(twins, 'ts', first)) ?? group[0];
    if (!shown) return [];
    const { strand, first, twin, runner } = shown;
    const after = lineNumber(py, lastBefore(runner.prints, twin));
    const body = { strand: py.names.strand(runner.strand), line: lineNumber(py, twin), text: textOf(py, twin), after };
    const caller = { strand: ts.names.strand(strand.strand), caller: callerOf(ts, strand) };
    const facts = { kind: 'awaited coroutine', ts: caller, py: body, likewise: group.length - 1 } as const;
    const strands = { ts: group.map((one) => one.strand.strand), py: [] };
    return [{ facts, strands, row: rowAt(twins.matches, 'ts', first) }];
  });
}

function neverStarted(twins: Twins, alone: readonly StrandStory[]): Finding[] {
  const { ts, py } = twins;
  return alone.flatMap((strand) => {
    const [first] = strand.prints;
    const elsewhere = strand.prints.some((print) => sameLine(twins, 'ts', print) !== undefined);
    const named = [...py.strands.values()].some(({ name }) => name === strand.name);
    if (first === undefined || elsewhere || named) return [];
    const facts = {
      kind: 'never started',
      ts: { strand: ts.names.strand(strand.strand), caller: callerOf(ts, strand) },
    } as const;
    return [{ facts, strands: { ts: [strand.strand], py: [] }, row: rowAt(twins.matches, 'ts', first), missing: true }];
  });
}

function callerOf({ names, links }: Side, { by = 0, create = 0 }: StrandStory): Place {
  return { strand: names.strand(by), line: links.runners[create]?.line ?? 0 };
}

function byCaller<T>(all: readonly T[], caller: (one: T) => number | undefined): T[][] {
  return [...Map.groupBy(all, caller).values()];
}
