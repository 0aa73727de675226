// Does a line of output fit a line of the contract, and what do its placeholders stand for then? A name that occurs
// more than once ("tied") must be the same text each time, so every way to read the line is followed.
import { ambiguityLimits } from './budget.ts';
import type { Budget } from './budget.ts';
import { slotSources, slotsOf } from '../pattern.ts';
import type { LinePattern, Slot, SlotKind } from '../pattern.ts';

/** What the tied names stand for so far. `key` is equal exactly for equal bindings. */
export interface Bindings {
  readonly key: string;
  readonly texts: ReadonlyMap<string, string>;
}

export const noBindings: Bindings = { key: '', texts: new Map() };

const whole: Record<SlotKind, RegExp> = {
  number: new RegExp(`^${slotSources.number}$`),
  word: new RegExp(`^${slotSources.word}$`),
  any: new RegExp(`^${slotSources.any}$`),
};

/**
 * Each way in which `text` fits `pattern` under what is bound already; none if it does not fit. Stops past
 * `ambiguityLimits.ways`, which is too many for the caller in any case.
 */
export function readings(
  pattern: LinePattern,
  text: string,
  bound: Bindings,
  backReferences: ReadonlySet<string>,
  budget: Budget,
): readonly Bindings[] {
  budget.left -= 1;
  if (!slotsOf(pattern).some((slot) => backReferences.has(slot.name))) return fits(pattern, text) ? [bound] : [];
  const found = new Map<string, Bindings>();
  const visited = new Set<string>();
  const read = (index: number, from: number, now: Bindings): void => {
    const spot = `${index} ${from} ${now.key}`;
    if (visited.has(spot) || budget.left <= 0 || found.size > ambiguityLimits.ways) return;
    visited.add(spot);
    budget.left -= 1;
    const part = pattern.parts[index];
    if (part === undefined) {
      if (from === text.length) found.set(now.key, now);
    } else if (typeof part === 'string') {
      if (text.startsWith(part, from)) read(index + 1, from + part.length, now);
    } else {
      for (const end of endsOf(pattern.parts[index + 1], text, from)) {
        const piece = text.slice(from, end);
        budget.left -= 1;
        if (!takes(part, piece, now)) continue;
        read(index + 1, from + piece.length, backReferences.has(part.name) ? bind(now, part.name, piece) : now);
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

// Where a placeholder that begins at `from` may end, by what follows it.
function endsOf(next: string | Slot | undefined, text: string, from: number): readonly number[] {
  if (next === undefined) return [text.length];
  const ends = Array.from({ length: text.length - from + 1 }, (_, length) => from + length);
  return typeof next === 'string' ? ends.filter((end) => text.startsWith(next, end)) : ends;
}

function takes(slot: Slot, piece: string, now: Bindings): boolean {
  const bound = now.texts.get(slot.name);
  return bound === undefined ? whole[slot.kind].test(piece) : piece === bound;
}

function bind(now: Bindings, name: string, text: string): Bindings {
  if (now.texts.has(name)) return now;
  const texts = new Map([...now.texts, [name, text] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { key: JSON.stringify([...texts]), texts };
}
