// The marks that state a fact about the whole output: first, free, count, never.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import type { CountFact, FirstFact, FreeFact, NeverFact } from '../contract.ts';
import { readClaim } from './freedom.ts';
import { markForms } from './forms.ts';
import type { MarkName } from './forms.ts';
import { parsePattern } from '../pattern.ts';
import type { LinePattern } from '../pattern.ts';

/** A mark that begins as it should and goes on as it should not. */
export function misspelt(row: string, name: MarkName, where: Place): CourseError {
  return new CourseError({ what: `cannot read "${row}"`, where, fix: `write it as "${markForms[name]}"` });
}

/** A line as a contract names it: `~~` at its start is a printed `~`. */
export function readLine(text: string, where: Place): LinePattern {
  return parsePattern(text.trim().replace(/^~~/, '~'), where);
}

/** `first: A < B < C` */
export function readFirst(text: string, line: number, where: Place): FirstFact {
  const names = (/^first: (.+)$/.exec(text)?.[1] ?? '').split(' < ').map((name) => name.trim());
  if (names.length < 2 || names.includes('')) throw misspelt(`~ ${text}`, 'first', where);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw namedTwice(text, twice, where);
  return { kind: 'first', line, lines: names.map((name) => readLine(name, where)) };
}

/** `free: A <> B by CAUSE: reason` */
export function readFree(text: string, line: number, where: Place): FreeFact {
  const known = /^free: (.+?) <> (.+?)( by (?:latency|ties|cpu|threads)\b.*)$/.exec(text);
  const [, one, other, rest] = known ?? /^free: (.+?) <> (.+?)( by [^ :]+:.*|: .*)?$/.exec(text) ?? [];
  if (one === undefined || other === undefined) throw misspelt(`~ ${text}`, 'free', where);
  if (one.trim() === other.trim()) throw namedTwice(text, one.trim(), where);
  const claim = readClaim(`~ free: ${one} <> ${other}`, rest ?? '', where);
  const freedom = { kind: 'free', ...claim, line } as const;
  return { kind: 'free', line, one: readLine(one, where), other: readLine(other, where), freedom };
}

/** `count 3: line` */
export function readCount(text: string, line: number, where: Place): CountFact {
  const [, digits, pattern] = /^count (\d+): (.+)$/.exec(text) ?? [];
  if (digits === undefined || pattern === undefined) throw misspelt(`~ ${text}`, 'count', where);
  const times = Number(digits);
  if (times === 0) {
    throw new CourseError({ what: `"~ ${text}" counts to nothing`, where, fix: `write "~ never: ${pattern}"` });
  }
  return { kind: 'count', line, times, pattern: readLine(pattern, where) };
}

/** `never: line` */
export function readNever(text: string, line: number, where: Place): NeverFact {
  const pattern = /^never: (.+)$/.exec(text)?.[1];
  if (pattern === undefined) throw misspelt(`~ ${text}`, 'never', where);
  return { kind: 'never', line, pattern: readLine(pattern, where) };
}

function namedTwice(text: string, name: string, where: Place): CourseError {
  return new CourseError({
    what: `"~ ${text}" names "${name}" twice`,
    where,
    fix: 'name two lines that differ: a line is not before itself',
  });
}
