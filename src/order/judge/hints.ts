// Why a line that looks right does not fit: no text at all, spaces, a placeholder that was another text before, a `<` that is printed.
import { fits } from '../match/bindings.ts';
import type { LineNode } from '../contract.ts';
import type { State } from '../match/matcher.ts';
import { slotsOf } from '../pattern.ts';

/** At most one sentence for each line that was expected instead of `got`. */
export function hints(got: string, expected: readonly LineNode[], states: readonly State[]): readonly string[] {
  if (got === '') return ['a contract has "~ empty line" for a printed line without text'];
  return expected.flatMap((node) => {
    const hint =
      spaces(got, node) ??
      otherText(got, node, states) ??
      printedBracket(got, node) ??
      otherKind(got, node) ??
      noteHint(node);
    return hint === undefined ? [] : [hint];
  });
}

function spaces(got: string, node: LineNode): string | undefined {
  const trimmed = got.trim();
  if (trimmed === got || !fits(node.pattern, trimmed)) return undefined;
  return `they differ only in spaces at the ${got.startsWith(' ') ? 'beginning' : 'end'} of the printed line`;
}

function otherText(got: string, node: LineNode, states: readonly State[]): string | undefined {
  if (!fits(node.pattern, got)) return undefined;
  const bound = slotsOf(node.pattern).flatMap(({ name }) => {
    const texts = new Set(states.flatMap((state) => state.bindings.texts.get(name) ?? []));
    return texts.size === 0 ? [] : [`<${name}> was ${[...texts].map((text) => `"${text}"`).join(' or ')} before`];
  });
  return bound.length === 0 ? undefined : `${bound.join(' and ')}: one name is one text`;
}

/** A placeholder takes numbers, or a word, where the printed line has something else. */
function otherKind(got: string, { pattern }: LineNode): string | undefined {
  const strict = slotsOf(pattern).find(({ kind }) => kind !== 'any');
  const parts = pattern.parts.map((part) => (typeof part === 'string' ? part : { ...part, kind: 'any' as const }));
  if (!strict || fits(pattern, got) || !fits({ ...pattern, parts }, got)) return undefined;
  const takes = strict.kind === 'number' ? 'a number' : 'text without spaces';
  return `<${strict.name}> takes ${takes}; <${strict.name}:any> takes any text${strict.kind === 'number' ? `, <${strict.name}:word> text without spaces` : ''}`;
}

/** What looks like a comment is a line that must be printed. */
export function noteHint({ pattern }: LineNode): string | undefined {
  return /^(#|\/\/)\s/.test(pattern.text) ? 'a contract has "~ # text" for a note of its author' : undefined;
}

function printedBracket(got: string, node: LineNode): string | undefined {
  const [slot] = slotsOf(node.pattern);
  if (!slot || got !== node.pattern.text) return undefined;
  const written = /<[a-z][^<>]*>/.exec(got)?.[0] ?? '';
  return `in a contract ${written} stands for a text that varies; for the printed text itself write "<${written}"`;
}
