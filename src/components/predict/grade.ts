// Is a predicted order right? The contract itself says so: every order that it allows is. Of a wrong one two lines are named that
// stand the wrong way round. Pure.
import { alignRun } from '../../order/match/align.ts';
import type { Contract } from '../../order/contract.ts';
import { checkOutput } from '../../order/judge/check.ts';

export interface Prediction {
  /** The lines that come, in the order in which they come. */
  readonly order: readonly string[];
  /** Places in `order`, from 0, of lines that may change places with the next one. */
  readonly joined: readonly number[];
  /** Lines that never come. */
  readonly never: readonly string[];
}

export type Verdict =
  | { readonly kind: 'right'; readonly notes: readonly string[] }
  /** `before` must come before `after`; `says` is the sentence about them, without the reason. */
  | { readonly kind: 'pair'; readonly before: string; readonly after: string; readonly says: string }
  | { readonly kind: 'line'; readonly says: string };

/** `printed`: the lines of an output that the contract allows, in any order: what comes and what never does is read from it. */
export function grade(contract: Contract, printed: readonly string[], prediction: Prediction): Verdict {
  const stranger = prediction.order.find((text) => !printed.includes(text));
  if (stranger !== undefined) return { kind: 'line', says: `“${stranger}” never comes.` };
  const denied = prediction.never.find((text) => printed.includes(text));
  if (denied !== undefined) return { kind: 'line', says: `“${denied}” does come.` };
  return wrongPair(contract, prediction.order) ?? wrongJoin(contract, prediction) ?? right(contract, prediction);
}

function isLegal(contract: Contract, order: readonly string[]): boolean {
  return checkOutput(contract, order).length === 0;
}

function swapped(order: readonly string[], place: number): string[] {
  const [one = '', other = ''] = order.slice(place, place + 2);
  return order.toSpliced(place, 2, other, one);
}

/** One exchange of neighbours that sets all right comes first; else the first line that comes too early, with one that it must wait for. */
function wrongPair(contract: Contract, order: readonly string[]): Verdict | undefined {
  if (isLegal(contract, order)) return undefined;
  const neighbours = [...order.keys()].slice(0, -1);
  const fixed = neighbours.find((place) => isLegal(contract, swapped(order, place)));
  if (fixed !== undefined) return pairOf(order[fixed + 1], order[fixed]);
  const early = alignRun(contract, order).findIndex(({ contractLine }) => contractLine === undefined);
  const sooner = order.find(
    (text, place) => place > early && early >= 0 && fits(contract, order.slice(0, early), text),
  );
  return pairOf(sooner, order[early]);
}

function fits(contract: Contract, before: readonly string[], text: string): boolean {
  return alignRun(contract, [...before, text]).at(-1)?.contractLine !== undefined;
}

function pairOf(before: string | undefined, after: string | undefined): Verdict {
  if (before === undefined || after === undefined) return { kind: 'line', says: 'This order never comes.' };
  return { kind: 'pair', before, after, says: `“${after}” cannot come before “${before}”.` };
}

function wrongJoin(contract: Contract, { order, joined }: Prediction): Verdict | undefined {
  const place = joined.find((at) => at + 1 < order.length && !isLegal(contract, swapped(order, at)));
  const [before, after] = place === undefined ? [] : order.slice(place, place + 2);
  if (before === undefined || after === undefined) return undefined;
  return {
    kind: 'pair',
    before,
    after,
    says: `“${before}” and “${after}” cannot change places: “${before}” comes first.`,
  };
}

/** What may change places and was not joined is said, and is no mistake. */
function right(contract: Contract, { order, joined }: Prediction): Verdict {
  const lines = alignRun(contract, order);
  const notes = [...order.keys()].flatMap((place) => {
    const [one, other] = [lines[place], lines[place + 1]];
    if (!one || !other || one.text === other.text || joined.includes(place)) return [];
    if (!isLegal(contract, swapped(order, place))) return [];
    const shared = one.freedoms.find(({ line }) => other.freedoms.some((freedom) => freedom.line === line));
    const reason = shared ? `: ${shared.reason}` : '';
    return [`“${one.text}” and “${other.text}” may also come the other way round${reason}.`];
  });
  return { kind: 'right', notes };
}
