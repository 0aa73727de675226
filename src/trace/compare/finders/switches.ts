// Where a strand gives way in one twin and runs on in the other: awaits that suspend always, generators closed at once.
import { otherLanguage } from '../../../languages.ts';
import { waitOf } from '../../narrate/waits.ts';
import { align } from '../align.ts';
import { isLone, placeOf, runsLoop, sameLine, textOf } from '../twins.ts';
import type { Finding, Twin, Twins } from '../twins.ts';
import { strandAt, lastBefore, lineNumber, lineOf } from '../strands.ts';
import type { StrandPair, StrandStory } from '../strands.ts';
import { rowAt } from '../rows.ts';

export function switchDifferences(twins: Twins): Finding[] {
  return [...awaits(twins), ...closings(twins)];
}

/** The same stretch of work of both strands of a pair: from their start or a line to the next line that both print. */
interface Stretch {
  readonly pair: StrandPair;
  readonly from: Readonly<Record<Twin, number>>;
  readonly to: Readonly<Record<Twin, number>>;
}

/** An await that suspends in one twin alone, told once for all strands of one name. */
function awaits(twins: Twins): Finding[] {
  const findings = twins.pairs.flatMap((pair) => {
    if (pair.ts.kind === 'generator' || pair.py.kind === 'generator') return [];
    const all = stretches(twins, pair).flatMap((one) => suspension(twins, one) ?? []);
    const best = all.find(({ meanwhile }) => meanwhile !== undefined) ?? all[0];
    return best ? [best] : [];
  });
  return [...Map.groupBy(findings, ({ stretch: { pair } }) => `${pair.ts.name} ${pair.py.name}`).values()].flatMap(
    (group) => {
      const shown = group.find(({ meanwhile }) => meanwhile !== undefined) ?? group[0];
      return shown ? [awaitFinding(twins, shown, group)] : [];
    },
  );
}

function stretches({ ts, py }: Twins, pair: StrandPair): Stretch[] {
  const left = pair.ts.prints.map((index) => lineOf(ts, index));
  const right = pair.py.prints.map((index) => lineOf(py, index));
  const common = align(left, right).flatMap(({ left: i, right: j }) => {
    const [a, b] = [pair.ts.prints[i ?? -1], pair.py.prints[j ?? -1]];
    return a === undefined || b === undefined ? [] : [{ ts: a, py: b }];
  });
  const [a, b] = [pair.ts.resumes[0], pair.py.resumes[0]];
  const marks = a === undefined || b === undefined ? common : [{ ts: a, py: b }, ...common];
  return marks.slice(1).map((to, index) => ({ pair, from: marks[index] ?? to, to }));
}

interface Suspension {
  readonly stretch: Stretch;
  readonly twin: Twin;
  /** Index of the `suspend` event. */
  readonly at: number;
  /** Index of a line that another strand prints meanwhile, and that stands elsewhere in the other twin. */
  readonly meanwhile: number | undefined;
}

function suspension(twins: Twins, stretch: Stretch): Suspension | undefined {
  const all = { ts: suspends(stretch, 'ts'), py: suspends(stretch, 'py') };
  const twin = all.py.length === 0 ? 'ts' : 'py';
  const there = all[twin];
  if (there[0] === undefined || all[otherLanguage[twin]].length > 0) return undefined;
  if (there.some((index) => runsLoop(twins[twin].events[index]))) return undefined;
  const meanwhile = (at: number) => {
    const back = stretch.pair[twin].resumes.find((index) => index > at) ?? at;
    return twins[twin].prints.find((index) => index > at && index < back && isLone(twins, twin, index));
  };
  const at = there.find((index) => meanwhile(index) !== undefined) ?? there[0];
  return { stretch, twin, at, meanwhile: meanwhile(at) };
}

function suspends({ pair, from, to }: Stretch, twin: Twin): number[] {
  return pair[twin].suspends.filter((index) => index > from[twin] && index < to[twin]);
}

function awaitFinding(
  twins: Twins,
  { stretch, twin, at, meanwhile }: Suspension,
  group: readonly Suspension[],
): Finding {
  const other = otherLanguage[twin];
  const event = twins[twin].events[at];
  const { pair, from, to } = stretch;
  const on = event?.kind === 'suspend' ? waitOf(event.on, twins[twin].names, event.strand).said : '';
  const [first, last] = [lineNumber(twins[other], from[other]), lineNumber(twins[other], to[other])];
  const started = twins[other].events[from[other]]?.kind === 'resume';
  const facts = {
    kind: 'await yields',
    suspends: twin,
    there: { ...placeOf(twins[twin], at), on },
    here: { strand: twins[other].names.strand(pair[other].strand), from: started ? 0 : first, to: last },
    meanwhile: meanwhile === undefined ? undefined : textOf(twins[twin], meanwhile),
    likewise: group.length - 1,
  } as const;
  const entered = group.flatMap((one) =>
    one.meanwhile === undefined ? [] : [strandAt(twins[one.twin], one.meanwhile)],
  );
  const own = {
    ts: group.map((one) => one.stretch.pair.ts.strand),
    py: group.map((one) => one.stretch.pair.py.strand),
  };
  const strands = { ...own, [twin]: [...own[twin], ...entered] };
  return { facts, strands, row: rowAt(twins.matches, twin, meanwhile ?? to[twin]) };
}

/** A paused generator that one twin closes before a line that the other prints while it is paused still. */
function closings(twins: Twins): Finding[] {
  return twins.pairs.flatMap((pair) => {
    if (pair.ts.kind !== 'generator' || pair.py.kind !== 'generator') return [];
    return closing(twins, pair, 'ts') ?? closing(twins, pair, 'py') ?? [];
  });
}

function closing(twins: Twins, pair: StrandPair, twin: Twin): Finding | undefined {
  const other = otherLanguage[twin];
  const [there, here] = [twins[twin], twins[other]];
  const closed = closedAt(twins, pair[twin], twin);
  const before = closed === undefined ? undefined : lastBefore(there.prints, closed);
  const same = before === undefined ? undefined : sameLine(twins, twin, before);
  const late = closedAt(twins, pair[other], other);
  if (late === undefined && pair[other].settle !== undefined) return undefined;
  const paused = lastBefore(pair[other].suspends, late ?? here.events.length);
  if (closed === undefined || same === undefined || paused === undefined || paused > same) return undefined;
  const between = here.prints.findLast((index) => index > same && index < (late ?? here.events.length));
  if (between === undefined) return undefined;
  const runner = there.links.runners[closed];
  const by = { strand: there.names.strand(runner?.strand ?? 0), line: runner?.line ?? 0 };
  const facts = {
    kind: 'closed early',
    closes: twin,
    there: { ...placeOf(there, closed), by },
    here: { ...placeOf(here, paused), after: late === undefined ? undefined : textOf(here, between) },
  } as const;
  const strands = { ts: [pair.ts.strand], py: [pair.py.strand] };
  return { facts, strands, row: rowAt(twins.matches, twin, closed), missing: late === undefined };
}

/** The resumption after which a paused generator runs to its end, with no pause on the way, not even of one that it calls. */
function closedAt(twins: Twins, { resumes, suspends, settle }: StrandStory, twin: Twin): number | undefined {
  const last = resumes[resumes.length - 1];
  if (last === undefined || settle === undefined || lastBefore(suspends, last) === undefined) return undefined;
  return twins[twin].events.slice(last, settle).every(({ kind }) => kind !== 'suspend') ? last : undefined;
}
