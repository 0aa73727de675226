// `course exercise check`: the reader's program for real, then in every order.
import { judgeProgram } from '../../check/exercises/verdict.ts';
import type { ExerciseVerdict } from '../../check/exercises/verdict.ts';
import type { Exercise } from '../../course/exercises.ts';
import type { Program } from '../../course/snippets.ts';
import { exitCodes } from '../../error.ts';
import type { Language } from '../../languages.ts';
import { provenSpending } from '../../runtime/schedules/jobs.ts';
import { exerciseOf, startedIn } from './call.ts';
import type { Call } from './call.ts';
import { nextWords, progressOf } from './list.ts';
import { verdictData, verdictLines } from './view.ts';

/** ms that the search of the orders of one cause may take: a reader waits for it. */
const patience = 10_000;

export async function action(call: Call): Promise<number> {
  const { invocation } = call;
  const exercise = exerciseOf(call);
  const verdicts: ExerciseVerdict[] = [];
  const data: object[] = [];
  for (const language of startedIn(call, exercise)) {
    const program = call.book.programOf(exercise, language);
    const verdict = await judged(call, exercise, program);
    if (verdict === undefined) return 130;
    verdicts.push(verdict);
    data.push({ language, program: program.path, ...verdictData(verdict) });
    if (!invocation.json) show(call, exercise, language, verdict);
  }
  const solved = verdicts.every(({ kind }) => kind === 'passes');
  if (invocation.json)
    invocation.terminal.write(`${JSON.stringify({ id: exercise.id, solved, programs: data }, undefined, 2)}\n`);
  else
    invocation.terminal.write(`next: npm run course -- ${solved ? nextWords(call) : `exercise hint ${exercise.id}`}\n`);
  return codeOf(verdicts);
}

/** What the program is worth; what is solved is written down. Nothing where the command was stopped. */
export async function judged(call: Call, exercise: Exercise, program: Program): Promise<ExerciseVerdict | undefined> {
  const { root, signal } = call.invocation;
  const spending = { ...provenSpending, time: patience };
  const verdict = await judgeProgram({ root, exercise, program, signal, spending });
  if (signal.aborted) return undefined;
  if (verdict.kind === 'passes') call.book.markDone(exercise, program.language);
  return verdict;
}

export function show(call: Call, exercise: Exercise, language: Language, verdict: ExerciseVerdict): void {
  const { invocation, book } = call;
  const { terminal } = invocation;
  const contract = exercise.contracts[language];
  const path = book.pathOf(exercise, language);
  for (const line of verdictLines(verdict, { path, language, contract, id: exercise.id }, terminal))
    terminal.write(`${line}\n`);
  if (verdict.kind === 'passes') {
    terminal.write(`${progressOf(call, language)}\n`);
    terminal.write(`one way to do it, beside yours: npm run course -- exercise solution ${exercise.id}\n`);
  }
  terminal.write('\n');
}

function codeOf(verdicts: readonly ExerciseVerdict[]): number {
  if (verdicts.some(({ kind }) => kind === 'fails')) return exitCodes.course;
  return verdicts.some(({ kind }) => kind === 'unknown') ? exitCodes.missing : 0;
}
