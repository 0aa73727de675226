// One line of a contract as a pattern: text that must come exactly so, with placeholders for the parts that vary.
// A placeholder is `<`, a lower-case name, perhaps `:number`, `:word` or `:any`, and `>`; `<<` is a printed `<`.
import { CourseError } from '../error.ts';
import type { Place } from '../error.ts';

const slotKinds = ['number', 'word', 'any'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** What a placeholder matches, as the source of a regular expression. */
export const slotSources: Record<SlotKind, string> = {
  number: String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`,
  word: String.raw`\S+`,
  any: String.raw`[^]*`,
};

export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
}

export interface LinePattern {
  /** As the contract has it. */
  readonly text: string;
  /** Literal text and placeholders, in turn. */
  readonly parts: readonly (string | Slot)[];
}

const placeholder = /<<|<([a-z][a-z0-9_]*)(?::([a-z]+))?>/g;

/** Reads one line of a contract. Throws a CourseError for a placeholder of an unknown kind. */
export function parsePattern(text: string, where: Place): LinePattern {
  const parts: (string | Slot)[] = [];
  let literal = '';
  let end = 0;
  for (const found of text.matchAll(placeholder)) {
    literal += text.slice(end, found.index);
    end = found.index + found[0].length;
    const name = found[1];
    if (name === undefined) {
      literal += '<';
      continue;
    }
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push({ name, kind: slotKind(found[2] ?? 'number', found[0], where) });
  }
  literal += text.slice(end);
  if (literal !== '') parts.push(literal);
  return { text, parts };
}

/** The placeholders of a line, from left to right. */
export function slotsOf(pattern: LinePattern): readonly Slot[] {
  return pattern.parts.filter((part) => typeof part !== 'string');
}

function slotKind(word: string, written: string, where: Place): SlotKind {
  const kind = slotKinds.find((known) => known === word);
  if (kind) return kind;
  throw new CourseError({
    what: `"${written}" is a placeholder of an unknown kind, "${word}"`,
    where,
    fix: `the kinds are number, word and any; if the program prints "${written}" itself, write "<${written}"`,
  });
}
