// `course check`: every check over the course or over one id; prints each fault with its fix.
import { checks, staticChecks } from '../../check/all.ts';
import { scope } from '../../check/check.ts';
import type { Check, CheckContext } from '../../check/check.ts';
import { readCourse, requireSnippet } from '../../course/course.ts';
import type { Course } from '../../course/course.ts';
import { CourseError } from '../../error.ts';
import { quoted } from '../../quoted.ts';
import { reportCounts } from './check-report.ts';
import type { Invocation } from '../shell/command.ts';
import { flag } from '../shell/command.ts';
import { distinct, exitCodeOf, report } from '../shell/report.ts';
import { padded, styled } from '../shell/terminal.ts';

interface Outcome {
  readonly name: string;
  readonly title: string;
  readonly errors: readonly CourseError[];
}

export async function command(invocation: Invocation): Promise<number> {
  const { root, args, options, json, terminal, signal } = invocation;
  const course = readCourse(root);
  const context = { ...scopeOf(course, args[0]), signal, progress: progress(invocation) };
  if (flag(options, 'report')) return reportCounts(context, invocation);
  const outcomes: Outcome[] = [];
  for (const check of flag(options, 'static') ? staticChecks : checks) {
    const outcome = await one(check, context);
    if (signal.aborted) return 130;
    outcomes.push(outcome);
    if (!json) line(outcome, invocation);
  }
  const errors = distinct(outcomes.flatMap((outcome) => outcome.errors));
  if (json) terminal.write(`${JSON.stringify({ checks: outcomes }, undefined, 2)}\n`);
  else close(errors, args[0], invocation);
  return exitCodeOf(errors);
}

/** What `id` names; an id that names nothing is refused with the nearest one. */
export function scopeOf(course: Course, id: string | undefined): CheckContext {
  const found = scope(course, id);
  if (found) return found;
  if (id !== undefined && /\.[cm]?[tj]s$|\.py$/.test(id)) throw ownProgram(id);
  requireSnippet(course, id ?? '');
  throw new Error(`the snippet ${id} is there and yet not in scope`);
}

/** The checks are about the course. */
function ownProgram(path: string): CourseError {
  const all = `against a contract, in every order: npm run course -- explore ${quoted(path)} --order FILE`;
  const exercise = `as an exercise: npm run course -- exercise check <id> --file ${quoted(path)}`;
  const what = `"${path}" is a program of your own, and check looks at what belongs to the course`;
  return new CourseError({ what, fix: `${all}\n${exercise}`, kind: 'misuse' });
}

async function one(check: Check, context: CheckContext): Promise<Outcome> {
  return { name: check.name, title: check.title, errors: distinct(await check.run(context)) };
}

function line({ name, title, errors }: Outcome, { terminal }: Invocation): void {
  const word = errors.length === 0 ? styled(terminal, 'green', 'holds ') : styled(terminal, 'red', 'broken');
  terminal.write(`${word}  ${padded(name, 11)} ${title}\n`);
  report(errors, terminal);
}

function close(errors: readonly CourseError[], id: string | undefined, { terminal }: Invocation): void {
  const count = errors.length === 1 ? '1 fault' : `${errors.length} faults`;
  const next = errors.length === 0 ? 'npm run course -- list' : `npm run course -- check${id ? ` ${id}` : ''}`;
  terminal.write(`\n${errors.length === 0 ? 'everything holds' : count}\nnext: ${next}\n`);
}

/** One line that is written over, where a person looks on. */
function progress({ terminal, json }: Invocation): (text: string) => void {
  if (!terminal.colour || json) return () => undefined;
  return (text) => terminal.warn(`\r\u001B[2K${text}\r`);
}
