// `course exercise check`: the reader's program for real, then in every order; or each program of a folder, for a class.
import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { judgeProgram } from '../../check/exercises/verdict.ts';
import type { ExerciseVerdict } from '../../check/exercises/verdict.ts';
import type { Exercise } from '../../course/exercises.ts';
import { readProgram } from '../../course/snippets.ts';
import type { Program } from '../../course/snippets.ts';
import { CourseError, exitCodes } from '../../error.ts';
import { languages } from '../../languages.ts';
import { provenSpending } from '../../runtime/schedules/jobs.ts';
import { flag, text } from '../shell/command.ts';
import { withOwnNeeds } from '../shell/own-needs.ts';
import { exerciseOf, startedIn } from './call.ts';
import type { Call } from './call.ts';
import { nextWords, progressOf } from './list.ts';
import { verdictData, verdictLines } from './view.ts';

/** ms that the search of the orders of one cause may take: a reader waits for it. */
const patience = 10_000;

export async function action(call: Call): Promise<number> {
  const { invocation, word } = call;
  if (word !== undefined && isFolder(invocation.from, word))
    return (await import('./submissions.ts')).checkFolder(call, resolve(invocation.from, word));
  const exercise = exerciseOf(call);
  const programs = programsOf(call, exercise);
  const verdicts: ExerciseVerdict[] = [];
  const data: object[] = [];
  for (const program of programs) {
    const { language } = program;
    const verdict = await judged(call, exercise, program);
    if (verdict === undefined) return 130;
    verdicts.push(verdict);
    data.push({ language, program: program.path, ...verdictData(verdict) });
    if (!invocation.json) show(call, exercise, program, verdict);
  }
  const solved = verdicts.every(({ kind }) => kind === 'passes');
  if (invocation.json)
    invocation.terminal.write(`${JSON.stringify({ id: exercise.id, solved, programs: data }, undefined, 2)}\n`);
  else
    invocation.terminal.write(`next: npm run course -- ${solved ? nextWords(call) : `exercise hint ${exercise.id}`}\n`);
  return codeOf(verdicts);
}

/** The reader's own programs for the exercise, or the one that `--file` names. */
function programsOf(call: Call, exercise: Exercise): Program[] {
  const { root, from, options } = call.invocation;
  const file = text(options, 'file');
  if (file === undefined) return startedIn(call, exercise).map((language) => call.book.programOf(exercise, language));
  const path = resolve(from, file);
  const language = languages.find((one) => extname(path) === `.${one}`);
  if (language === undefined || !existsSync(path)) {
    const what = language === undefined ? `"${file}" is neither a .ts nor a .py file` : `there is no file "${file}"`;
    throw new CourseError({ what, fix: 'give the path of a program: --file my-take.py', kind: 'misuse' });
  }
  return [withOwnNeeds(readProgram(root, language, path))];
}

/** What the program is worth; what is solved in the reader's folder is written down. Nothing where the command was stopped. */
export async function judged(call: Call, exercise: Exercise, program: Program): Promise<ExerciseVerdict | undefined> {
  const { root, signal, options } = call.invocation;
  const spending = { ...provenSpending, time: patience };
  const verdict = await judgeProgram({ root, exercise, program, signal, spending, realRun: !flag(options, 'virtual') });
  if (signal.aborted) return undefined;
  if (verdict.kind === 'passes' && isOwn(call)) call.book.markDone(exercise, program.language);
  return verdict;
}

/** Whether the reader's own folder is meant. */
function isOwn({ invocation: { options } }: Call): boolean {
  return text(options, 'file') === undefined;
}

export function show(call: Call, exercise: Exercise, { language, path }: Program, verdict: ExerciseVerdict): void {
  const { invocation } = call;
  const { terminal } = invocation;
  const contract = exercise.contracts[language];
  for (const line of verdictLines(verdict, { path, language, contract, id: exercise.id }, terminal))
    terminal.write(`${line}\n`);
  if (verdict.kind === 'passes' && isOwn(call)) {
    terminal.write(`${progressOf(call, language)}\n`);
    terminal.write(`one way to do it, beside yours: npm run course -- exercise solution ${exercise.id}\n`);
  }
  terminal.write('\n');
}

function codeOf(verdicts: readonly ExerciseVerdict[]): number {
  if (verdicts.some(({ kind }) => kind === 'fails')) return exitCodes.course;
  return verdicts.some(({ kind }) => kind === 'unknown') ? exitCodes.missing : 0;
}

function isFolder(from: string, word: string): boolean {
  const path = resolve(from, word);
  return existsSync(path) && statSync(path).isDirectory();
}
