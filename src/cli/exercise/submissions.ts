// `course exercise check FOLDER`: the programs of a class, one row each. Nobody has looked at them: each is checked by a process of its
// own in a sandbox, within limits; where the machine has no sandbox, on the virtual engine alone, and the report says so.
import { copyFileSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { requireExercise } from '../../course/course.ts';
import type { Exercise } from '../../course/exercises.ts';
import { CourseError, exitCodes } from '../../error.ts';
import { readJson } from '../../json.ts';
import { runProcess } from '../../runtime/process/run.ts';
import type { ProcessResult } from '../../runtime/process/run.ts';
import { insideFolder, runInside, sandboxFault } from '../../runtime/sandbox/sandbox.ts';
import { stopSentence } from '../../recorded/verdict.ts';
import { text } from '../shell/command.ts';
import { timeOf } from '../shell/limit-options.ts';
import { padded, styled } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';
import type { Call } from './call.ts';

/** What one program is worth. */
interface Row {
  /** From the folder that was given. */
  readonly file: string;
  readonly exercise: string | undefined;
  readonly verdict: 'passes' | 'fails' | 'unknown' | 'stopped';
  readonly message: string;
  /** The name of a known mistake. */
  readonly mistake?: string;
  /** ms */
  readonly elapsed: number;
}

const launch = fileURLToPath(new URL('../launch.mjs', import.meta.url));

/** ms for one program where the reader gives none. */
const usualTime = 60_000;

/** Checks every program below `folder`, and ends with 0 where all of them hold. */
export async function checkFolder(call: Call, folder: string): Promise<number> {
  const { terminal, json, options, signal } = call.invocation;
  const timeLimit = timeOf(options, usualTime);
  const files = globSync('**/*.{ts,py}', {
    cwd: folder,
    exclude: ['**/node_modules', '**/.venv', '**/*.kept-*'],
  }).sort();
  if (files.length === 0) {
    const fix = 'name the folder that holds them: <who>/<chapter>/<name>.py, or any names with --exercise <id>';
    throw new CourseError({ what: `${folder} holds no program`, fix, kind: 'misuse' });
  }
  const all = exercisesOf(call);
  const unsafe = await sandboxFault();
  const rows: Row[] = [];
  const queue = [...files.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const [index, file] = next;
      rows[index] = await rowOf(call, { file, folder, timeLimit, isSafe: unsafe === undefined }, all(file));
      if (!json) terminal.write(`${line(rows[index], terminal)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  if (signal.aborted) return 130;
  const isolation =
    unsafe === undefined
      ? 'user namespaces'
      : `the virtual engine alone: this machine has no user namespaces (${unsafe})`;
  if (json) terminal.write(`${JSON.stringify({ isolation, rows }, undefined, 2)}\n`);
  else
    terminal.write(
      `\n${rows.filter(({ verdict }) => verdict === 'passes').length} of ${rows.length} hold; isolated by ${isolation}\n`,
    );
  return rows.every(({ verdict }) => verdict === 'passes') ? 0 : exitCodes.course;
}

/** Which exercise a file is for: the one that was named, else by the end of its path, `chapter/name` or the name alone. */
function exercisesOf({ course, invocation: { options } }: Call): (file: string) => Exercise | undefined {
  const asked = text(options, 'exercise');
  if (asked !== undefined) {
    const exercise = requireExercise(course, asked);
    return () => exercise;
  }
  const known = [...course.exercises.values()];
  return (file) => {
    const path = file.slice(0, -extname(file).length).replaceAll('\\', '/');
    const whole = known.find(({ id }) => `/${path}`.endsWith(`/${id}`));
    const named = known.filter(({ name }) => `/${path}`.endsWith(`/${name}`));
    return whole ?? (named.length === 1 ? named[0] : undefined);
  };
}

interface Submission {
  readonly file: string;
  readonly folder: string;
  /** ms */
  readonly timeLimit: number;
  readonly isSafe: boolean;
}

async function rowOf(call: Call, submission: Submission, exercise: Exercise | undefined): Promise<Row> {
  const { file, folder, isSafe } = submission;
  const row = { file, exercise: exercise?.id, elapsed: 0 };
  if (!exercise)
    return { ...row, verdict: 'unknown', message: 'no exercise has this name: --exercise <id> says which it is' };
  if (!isSafe && extname(file) === '.py')
    return { ...row, verdict: 'unknown', message: 'not run: Python could read and write all of this machine' };
  const own = mkdtempSync(join(tmpdir(), 'submission-'));
  try {
    const name = `${exercise.name}${extname(file)}`;
    copyFileSync(join(folder, file), join(own, name));
    writeFileSync(join(own, 'package.json'), '{ "type": "module" }\n');
    const result = await checked(call, submission, { id: exercise.id, own, name });
    return { ...row, ...verdictOf(result), elapsed: Math.round(result.elapsed) };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Our own command over one program, in a process of its own. */
function checked(
  { invocation: { root, signal } }: Call,
  { timeLimit, isSafe }: Submission,
  { id, own, name }: { readonly id: string; readonly own: string; readonly name: string },
): Promise<ProcessResult> {
  const file = join(isSafe ? insideFolder : own, name);
  const words = [launch, 'exercise', 'check', id, '--file', file, '--json', ...(isSafe ? [] : ['--virtual'])];
  const nodeArgs = ['--max-old-space-size=512', ...(isSafe ? [] : ['--permission', '--allow-fs-read=*'])];
  const { PATH, LANG } = process.env;
  const env = { PATH, LANG, COURSE_ROOT: root, HOME: insideFolder };
  const command = { command: process.execPath, args: [...nodeArgs, ...words], cwd: root, env };
  const request = { file, timeLimit, signal, outputLimit: 4 * 1024 * 1024 };
  return isSafe ? runInside(command, own, request) : runProcess(command, request);
}

/** How the process ends that has found a verdict. */
const exitOf = { passes: 0, fails: exitCodes.course, unknown: exitCodes.missing } as const;

const answerSchema = z.object({
  programs: z
    .array(
      z.object({
        verdict: z.enum(['passes', 'fails', 'unknown']),
        message: z.string().optional(),
        mistake: z.object({ name: z.string(), says: z.string() }).optional(),
        error: z.object({ what: z.string() }).optional(),
        untried: z.array(z.string()).optional(),
      }),
    )
    .length(1),
});

/** What the process answered; one that was stopped, or that answers nothing, is none that holds. */
function verdictOf(result: ProcessResult): Pick<Row, 'verdict' | 'message' | 'mistake'> {
  const { stopped, lines } = result;
  if (stopped !== undefined) return { verdict: 'stopped', message: stopSentence(stopped, result) };
  const answer = readJson(
    answerSchema,
    lines.flatMap(({ stream, text: line }) => (stream === 'stdout' ? line : [])).join('\n'),
  );
  const [program] = answer?.programs ?? [];
  // a program can write on the stdout of the process that checks it, and cannot end that process as it ends by itself
  if (!program || result.exit !== exitOf[program.verdict]) {
    const why = lines.findLast(({ stream }) => stream === 'stderr')?.text ?? 'it ended the process that checked it';
    return { verdict: 'unknown', message: `no verdict: ${why}` };
  }
  const { verdict, message, error, untried = [], mistake } = program;
  const said = message ?? error?.what ?? untried.map((why) => `its orders could not be tried: ${why}`).join('; ');
  return { verdict, message: mistake?.says ?? said, ...(mistake && { mistake: mistake.name }) };
}

function line({ file, verdict, message }: Row, terminal: Terminal): string {
  const word = padded(verdict, 8);
  const [first = ''] = message.split('\n');
  return `${styled(terminal, verdict === 'passes' ? 'green' : 'red', word)} ${padded(file, 40)} ${first}`.trimEnd();
}
