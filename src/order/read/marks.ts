// Reads one row that starts with `~` into a mark. What a mark may hold, and where it may stand, is for blocks.ts.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import type { Assumption, Fact, Freedom, FreedomKind, TwinLine } from '../contract.ts';
import { readAssumption } from './assumption.ts';
import { misspelt, readCount, readFirst, readFree, readLine, readNever } from './facts.ts';
import { markName, unknownMark } from './forms.ts';
import type { MarkName } from './forms.ts';
import { readClaim } from './freedom.ts';
import type { LinePattern } from '../pattern.ts';
import type { Row } from './rows.ts';

export type Mark =
  | { readonly kind: 'any order' | 'either'; readonly freedom: Freedom }
  | { readonly kind: 'lane'; readonly freedom: Freedom | undefined }
  | { readonly kind: 'or' | 'in order' | 'deadlock' | 'empty line' }
  | { readonly kind: 'times'; readonly least: number; readonly most: number }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'twin'; readonly twin: TwinLine }
  | { readonly kind: 'assume'; readonly assumption: Assumption }
  | { readonly kind: 'elapsed'; readonly ms: number }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'stderr'; readonly pattern: LinePattern }
  | { readonly kind: 'differs'; readonly reason: string };

/** Whether a row is a mark; `~~ text` is a printed line. */
export function isMark(row: Row): boolean {
  return row.text.startsWith('~') && !row.text.startsWith('~~');
}

/** Reads a mark. Throws a CourseError that says how the mark is written. */
export function readMark(row: Row, file: string): Mark {
  const where = { file, line: row.line };
  const text = row.text.slice(2);
  const name = row.text.startsWith('~ ') ? markName(text) : undefined;
  if (!name) throw unknownMark(row.text, where);
  return readers[name](text, row.line, where);
}

type Reader = (text: string, line: number, where: Place) => Mark;

const readers: Record<MarkName, Reader> = {
  'any order': (text, line, where) => ({ kind: 'any order', freedom: freedom('any order', text, line, where) }),
  either: (text, line, where) => ({ kind: 'either', freedom: freedom('either', text, line, where) }),
  lane: (text, line, where) =>
    text === 'lane'
      ? { kind: 'lane', freedom: undefined }
      : { kind: 'lane', freedom: freedom('lane', text, line, where) },
  or: (text, _line, where) => bareMark('or', text, where),
  'in order': (text, _line, where) => bareMark('in order', text, where),
  'empty line': (text, _line, where) => bareMark('empty line', text, where),
  times: (text, _line, where) => times(text, where),
  first: (text, line, where) => ({ kind: 'fact', fact: readFirst(text, line, where) }),
  free: (text, line, where) => ({ kind: 'fact', fact: readFree(text, line, where) }),
  count: (text, line, where) => ({ kind: 'fact', fact: readCount(text, line, where) }),
  never: (text, line, where) => ({ kind: 'fact', fact: readNever(text, line, where) }),
  assume: (text, line, where) => ({ kind: 'assume', assumption: readAssumption(text, line, where) }),
  elapsed: (text, _line, where) => ({ kind: 'elapsed', ms: number(/^elapsed (\d+) ms$/, 'elapsed', text, where) }),
  exit: (text, _line, where) => ({ kind: 'exit', code: exitCode(text, where) }),
  deadlock: (text, _line, where) => bareMark('deadlock', text, where),
  stderr: (text, _line, where) => ({ kind: 'stderr', pattern: stderrLine(text, where) }),
  ts: (text, line, where) => ({ kind: 'twin', twin: twin('ts', text, line, where) }),
  py: (text, line, where) => ({ kind: 'twin', twin: twin('py', text, line, where) }),
  differs: (text, _line, where) => ({ kind: 'differs', reason: differs(text, where) }),
};

const freedomNames: Record<'any order' | 'lane' | 'either', FreedomKind> = {
  'any order': 'any order',
  lane: 'lanes',
  either: 'either',
};

function freedom(name: keyof typeof freedomNames, text: string, line: number, where: Place): Freedom {
  return { kind: freedomNames[name], ...readClaim(`~ ${name}`, text.slice(name.length), where), line };
}

function bareMark(name: 'or' | 'in order' | 'deadlock' | 'empty line', text: string, where: Place): Mark {
  if (text !== name) throw misspelt(`~ ${text}`, name, where);
  return { kind: name };
}

function times(text: string, where: Place): Mark {
  const [, first, last] = /^(\d+)(?: to (\d+))? times$/.exec(text) ?? [];
  if (first === undefined) {
    throw new CourseError({
      what: `cannot read "~ ${text}"`,
      where,
      fix: 'write it as "~ 3 times" or "~ 2 to 5 times"',
    });
  }
  const least = Number(first);
  const most = Number(last ?? first);
  if (most < 2 && least === most) {
    const fix = most === 0 ? 'for a line that must not come write "~ never: line"' : 'write the lines without a mark';
    throw new CourseError({ what: `"~ ${text}" repeats nothing`, where, fix });
  }
  if (last !== undefined && most <= least) {
    const fix = most === least ? `write "~ ${most} times"` : `write "~ ${most} to ${least} times"`;
    throw new CourseError({ what: `"~ ${text}" does not count upwards`, where, fix });
  }
  return { kind: 'times', least, most };
}

function number(shape: RegExp, name: MarkName, text: string, where: Place): number {
  const digits = shape.exec(text)?.[1];
  if (digits === undefined) throw misspelt(`~ ${text}`, name, where);
  return Number(digits);
}

function exitCode(text: string, where: Place): number {
  const code = number(/^exit (\d+)$/, 'exit', text, where);
  if (code <= 255) return code;
  throw new CourseError({ what: `${code} is no exit code`, where, fix: 'write a number from 0 to 255' });
}

function stderrLine(text: string, where: Place): LinePattern {
  const pattern = /^stderr: (.+)$/.exec(text)?.[1];
  if (pattern === undefined) throw misspelt(`~ ${text}`, 'stderr', where);
  return readLine(pattern, where);
}

function twin(language: 'ts' | 'py', text: string, line: number, where: Place): TwinLine {
  const [, pattern, reason] = /^..: (.+?)(?: because:(?: (.+))?)?$/.exec(text) ?? [];
  if (pattern === undefined) throw misspelt(`~ ${text}`, language, where);
  if (reason === undefined) {
    throw new CourseError({
      what: `"~ ${text}" does not say why only one twin prints this line`,
      where,
      fix: `add the reason: "~ ${language}: ${pattern} because: reason"`,
    });
  }
  return { language, line, pattern: readLine(pattern, where), reason };
}

function differs(text: string, where: Place): string {
  const reason = /^differs because: (.+)$/.exec(text)?.[1];
  if (reason === undefined) throw misspelt(`~ ${text}`, 'differs', where);
  return reason;
}
