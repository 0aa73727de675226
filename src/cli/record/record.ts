// `course record`: the only writer of recordings, failing schedules and traces. It runs what has no fresh one, refuses output
// that breaks the contract and engines that only stand in.
import { makeRecording, readStoredRecording, serializeRecording } from '../../recorded/recordings.ts';
import { contractOf, verifyRun } from '../../recorded/verdict.ts';
import { asErrors, notReal } from '../../recorded/faults.ts';
import { readCourse } from '../../course/course.ts';
import { pairsOf } from '../../course/pairs.ts';
import { twins } from '../../course/snippets.ts';
import type { Program, Snippet } from '../../course/snippets.ts';
import { CourseError } from '../../error.ts';
import { engineFor } from '../../runtime/choose-engine.ts';
import type { Recording } from '../../trace/recording.ts';
import { scopeOf } from '../course/check.ts';
import type { Invocation } from '../shell/command.ts';
import { flag } from '../shell/command.ts';
import type { Task } from './task.ts';
import { failureTask } from './failures.ts';
import { traceTask } from './traces.ts';
import { replaceFile } from '../../runtime/process/replace-file.ts';
import { distinct, exitCodeOf, report } from '../shell/report.ts';

interface Tally {
  readonly recorded: string[];
  readonly fresh: string[];
  readonly errors: CourseError[];
}

export async function command({ root, args, options, json, terminal, signal }: Invocation): Promise<number> {
  const { snippets } = scopeOf(readCourse(root), args[0]);
  const tally: Tally = { recorded: [], fresh: [], errors: [] };
  const all = flag(options, 'all') || flag(options, 'traces');
  for (const task of tasks(root, snippets, flag(options, 'traces'))) {
    if (!all && task.fresh()) {
      tally.fresh.push(task.path);
      continue;
    }
    const outcome = await attempted(task, signal);
    if (signal.aborted) return 130;
    if (typeof outcome !== 'string') {
      tally.errors.push(...outcome);
      if (!json) report(outcome, terminal);
      continue;
    }
    tally.recorded.push(task.path);
    if (!json) terminal.write(`recorded  ${task.path}  ${outcome}\n`);
  }
  const { recorded, fresh } = tally;
  const errors = distinct(tally.errors);
  if (json) terminal.write(`${JSON.stringify({ recorded, fresh, errors }, undefined, 2)}\n`);
  else {
    terminal.write(`\n${recorded.length} recorded, ${fresh.length} fresh before, ${errors.length} refused\n`);
    terminal.write(`next: npm run course -- check${args[0] ? ` ${args[0]}` : ''} --static\n`);
  }
  return exitCodeOf(errors);
}

function tasks(root: string, snippets: readonly Snippet[], onlyTraces: boolean): Task[] {
  // after the failing schedules, which are among the traced runs
  const traces = snippets.flatMap((snippet) => twins(snippet).map((program) => traceTask(root, snippet, program)));
  if (onlyTraces) return traces;
  return [
    ...snippets.flatMap((snippet) => twins(snippet).map((program) => recordingTask(root, snippet, program))),
    ...pairsOf(snippets).map((pair) => failureTask(root, pair)),
    ...traces,
  ];
}

async function attempted(task: Task, signal: AbortSignal): Promise<string | readonly CourseError[]> {
  try {
    return await task.write(signal);
  } catch (error) {
    if (error instanceof CourseError) return [error];
    throw error;
  }
}

function recordingTask(root: string, snippet: Snippet, program: Program): Task {
  return {
    path: snippet.recordings[program.language].path,
    fresh: () => readStoredRecording(snippet, program.language).state === 'fresh',
    write: (signal) => record(root, snippet, program, signal),
  };
}

async function record(
  root: string,
  snippet: Snippet,
  program: Program,
  signal: AbortSignal,
): Promise<string | readonly CourseError[]> {
  const { language, file } = program;
  const contract = contractOf(snippet, language);
  const { engine, standIn } = await engineFor(root, program);
  if (standIn !== undefined) return [notReal(program, engine, standIn)];
  const result = await engine.run({ file, signal, observe: true });
  if (signal.aborted) return [];
  const faults = verifyRun(contract, result);
  if (faults.length > 0) return asErrors(faults, snippet, program);
  const recording = makeRecording({ snippet, language, engine, result });
  replaceFile(snippet.recordings[language].file, serializeRecording(recording));
  return words(recording);
}

function words({ lines, elapsed, engine }: Recording): string {
  return `(${lines.length === 1 ? '1 line' : `${lines.length} lines`} in ${elapsed} ms on ${engine.name} ${engine.version})`;
}
