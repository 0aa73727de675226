// Can one and the same line fit two patterns? Used to find facts about lines that a contract can never print.
import type { LinePattern, Slot } from '../pattern.ts';

/** One place of a pattern: a character, or a placeholder that takes any number of its own characters. */
type Spot = string | Slot;

/**
 * Whether some line fits both patterns. Placeholders are taken by their characters alone (a number by digits, sign,
 * point and exponent), so a "yes" may be too kind and a "no" is certain.
 */
export function overlap(one: LinePattern, other: LinePattern): boolean {
  const a = spotsOf(one);
  const b = spotsOf(other);
  const seen = new Set<number>();
  const meet = (i: number, j: number): boolean => {
    const spot = i * (b.length + 1) + j;
    if (seen.has(spot)) return false;
    seen.add(spot);
    const left = a[i];
    const right = b[j];
    if (left === undefined && right === undefined) return true;
    if (isSlot(left) && meet(i + 1, j)) return true;
    if (isSlot(right) && meet(i, j + 1)) return true;
    if (left === undefined || right === undefined || !canMeet(left, right)) return false;
    return meet(isSlot(left) ? i : i + 1, isSlot(right) ? j : j + 1);
  };
  return meet(0, 0);
}

function spotsOf(pattern: LinePattern): readonly Spot[] {
  return pattern.parts.flatMap((part): readonly Spot[] => (typeof part === 'string' ? Array.from(part) : [part]));
}

function isSlot(spot: Spot | undefined): spot is Slot {
  return typeof spot === 'object';
}

function canMeet(left: Spot, right: Spot): boolean {
  if (isSlot(left)) return isSlot(right) || takes(left, right);
  return isSlot(right) ? takes(right, left) : left === right;
}

function takes(slot: Slot, character: string): boolean {
  switch (slot.kind) {
    case 'number':
      return /[-+.\de]/.test(character);
    case 'word':
      return /\S/.test(character);
    case 'any':
      return true;
  }
}
