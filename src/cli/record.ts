// `course record`: the only writer of recordings. It runs what has no fresh recording, refuses output that breaks the
// contract and engines that only stand in, and replaces a file in one step or not at all.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeRecording, readEvidence, serializeRecording } from '../check/evidence.ts';
import { contractOf, verifyRun } from '../check/verdict.ts';
import { asErrors, notReal } from '../check/faults.ts';
import { readCourse } from '../course/course.ts';
import { twins } from '../course/snippets.ts';
import type { Program, Snippet } from '../course/snippets.ts';
import { CourseError } from '../error.ts';
import { engineFor } from '../runtime/engines.ts';
import type { Recording } from '../trace/recording.ts';
import { scopeOf } from './check.ts';
import type { Invocation } from './command.ts';
import { flag } from './command.ts';
import { distinct, exitCodeOf, report } from './report.ts';

interface Tally {
  readonly recorded: string[];
  readonly fresh: string[];
  readonly errors: CourseError[];
}

export async function command({ root, args, options, json, terminal, signal }: Invocation): Promise<number> {
  const { snippets } = scopeOf(readCourse(root), args[0]);
  const tally: Tally = { recorded: [], fresh: [], errors: [] };
  for (const snippet of snippets) {
    for (const program of twins(snippet)) {
      const { path } = snippet.recordings[program.language];
      if (!flag(options, 'all') && readEvidence(snippet, program.language).state === 'fresh') {
        tally.fresh.push(path);
        continue;
      }
      const outcome = await record(root, snippet, program, signal);
      if (signal.aborted) return 130;
      if (Array.isArray(outcome)) {
        tally.errors.push(...outcome);
        if (!json) report(outcome, terminal);
        continue;
      }
      tally.recorded.push(path);
      if (!json) terminal.write(`recorded  ${path}  ${words(outcome)}\n`);
    }
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

/** Runs one twin and writes its recording; or says why that is refused and leaves the old one as it is. */
async function record(
  root: string,
  snippet: Snippet,
  program: Program,
  signal: AbortSignal,
): Promise<Recording | CourseError[]> {
  const { language, file } = program;
  try {
    const contract = contractOf(snippet, language);
    const { engine, standIn } = await engineFor(root, program);
    if (standIn !== undefined) return [notReal(program, engine, standIn)];
    const result = await engine.run({ file, signal, observe: true });
    if (signal.aborted) return [];
    const faults = verifyRun(contract, result);
    if (faults.length > 0) return asErrors(faults, snippet, program);
    const recording = makeRecording({ snippet, language, engine, result });
    replace(snippet.recordings[language].file, serializeRecording(recording));
    return recording;
  } catch (error) {
    if (error instanceof CourseError) return [error];
    throw error;
  }
}

/** Writes beside the file and renames: a reader sees the old text or the new one, never half of it. */
function replace(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.tmp`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

function words({ lines, elapsed, engine }: Recording): string {
  return `(${lines.length === 1 ? '1 line' : `${lines.length} lines`} in ${elapsed} ms on ${engine.name} ${engine.version})`;
}
