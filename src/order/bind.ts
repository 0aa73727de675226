// Does a line of output fit a line of the contract, and what do its placeholders stand for then? A name that occurs
// more than once ("tied") must be the same text each time, so every way to read the line is followed.
import { slotSources, slotsOf } from './pattern.ts';
import type { LinePattern, Slot, SlotKind } from './pattern.ts';

/** What the tied names stand for so far. `key` is equal exactly for equal bindings. */
export interface Bindings {
  readonly key: string;
  readonly texts: ReadonlyMap<string, string>;
}

export const noBindings: Bindings = { key: '', texts: new Map() };

/** Readings of lines that are left; work ends at 0, so that a hopelessly ambiguous contract does not run for ever. */
export interface Budget {
  left: number;
}

const whole: Record<SlotKind, RegExp> = {
  number: new RegExp(`^${slotSources.number}$`),
  word: new RegExp(`^${slotSources.word}$`),
  any: new RegExp(`^${slotSources.any}$`),
};

/** Each way in which `text` fits `pattern` under what is bound already; none if it does not fit. */
export function readings(
  pattern: LinePattern,
  text: string,
  bound: Bindings,
  tied: ReadonlySet<string>,
  budget: Budget,
): readonly Bindings[] {
  budget.left -= 1;
  if (!slotsOf(pattern).some((slot) => tied.has(slot.name))) return fits(pattern, text) ? [bound] : [];
  const found = new Map<string, Bindings>();
  const visited = new Set<string>();
  const read = (index: number, from: number, now: Bindings): void => {
    const spot = `${index} ${from} ${now.key}`;
    if (visited.has(spot) || budget.left <= 0) return;
    visited.add(spot);
    budget.left -= 1;
    const part = pattern.parts[index];
    if (part === undefined) {
      if (from === text.length) found.set(now.key, now);
    } else if (typeof part === 'string') {
      if (text.startsWith(part, from)) read(index + 1, from + part.length, now);
    } else {
      for (const piece of pieces(part, text, from, now)) {
        read(index + 1, from + piece.length, tied.has(part.name) ? bind(now, part.name, piece) : now);
      }
    }
  };
  read(0, 0, bound);
  return [...found.values()];
}

const expressions = new WeakMap<LinePattern, RegExp>();

/** Whether `text` fits the pattern taken by itself: a name that it has twice must be the same text twice. */
export function fits(pattern: LinePattern, text: string): boolean {
  const known = expressions.get(pattern);
  if (known) return known.test(text);
  const seen = new Set<string>();
  const sources = pattern.parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    if (seen.has(part.name)) return String.raw`\k<${part.name}>`;
    seen.add(part.name);
    return `(?<${part.name}>${slotSources[part.kind]})`;
  });
  const expression = new RegExp(`^${sources.join('')}$`);
  expressions.set(pattern, expression);
  return expression.test(text);
}

function* pieces(slot: Slot, text: string, from: number, now: Bindings): Generator<string> {
  const bound = now.texts.get(slot.name);
  if (bound !== undefined) {
    if (text.startsWith(bound, from)) yield bound;
    return;
  }
  for (let end = text.length; end >= from; end -= 1) {
    const piece = text.slice(from, end);
    if (whole[slot.kind].test(piece)) yield piece;
  }
}

function bind(now: Bindings, name: string, text: string): Bindings {
  if (now.texts.has(name)) return now;
  const texts = new Map([...now.texts, [name, text] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { key: JSON.stringify([...texts]), texts };
}
