// How each mark is written, and what to say about a mark that nobody knows.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { nearest } from '../../nearest.ts';

/** Each mark by the words that it begins with; the values are shown in error messages. */
export const markForms = {
  'any order': '~ any order by CAUSE: reason',
  lane: '~ lane by CAUSE: reason',
  either: '~ either by CAUSE: reason',
  or: '~ or',
  'in order': '~ in order',
  'empty line': '~ empty line',
  times: '~ 3 times',
  first: '~ first: A < B',
  free: '~ free: A <> B by CAUSE: reason',
  count: '~ count 3: line',
  never: '~ never: line',
  assume: '~ assume cpu under 100 ms: reason',
  elapsed: '~ elapsed 300 ms',
  exit: '~ exit 1',
  deadlock: '~ deadlock',
  stderr: '~ stderr: text',
  ts: '~ ts: line because: reason',
  py: '~ py: line because: reason',
  differs: '~ differs because: reason',
} as const;
export type MarkName = keyof typeof markForms;

const names = Object.keys(markForms).filter(isMarkName);
const heads = new RegExp(String.raw`^(?:${names.join('|')})(?![\w-])`);

/** The mark that `text` (without its `~`) begins with; "3 times" and "3 x" begin with a number and are `times`. */
export function markName(text: string): MarkName | undefined {
  if (/^-?\d/.test(text)) return 'times';
  const head = heads.exec(text)?.[0] ?? '';
  return isMarkName(head) ? head : undefined;
}

/** For `row`, a whole row that starts with `~` and is none of the marks. */
export function unknownMark(row: string, where: Place): CourseError {
  const words = row.replace(/^~\s*/, '');
  const head = words.split(/ by |:| because/)[0] ?? words;
  const close = nearest(head, names, 1);
  const printed = `If the program prints this line, write "~${row}"`;
  const fix =
    close && isMarkName(close)
      ? `did you mean "${markForms[close]}"? ${printed}`
      : ['write one of', ...Object.values(markForms).map((form) => `  ${form}`), printed].join('\n');
  return new CourseError({
    what: `unknown mark "${row}"`,
    where,
    fix,
  });
}

function isMarkName(text: string): text is MarkName {
  return Object.hasOwn(markForms, text);
}
