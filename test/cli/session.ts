// Runs a command line in this process, or as a reader does, and keeps what it prints.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { SharedInput } from '../../src/cli/shell/input.ts';
import { goodCourse, ownPrograms } from '../small-course.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The exit code and the output of one command line over a course, in this process. */
export async function course(
  words: readonly string[],
  root = goodCourse,
  stop?: AbortSignal,
  typed: readonly string[] = [],
): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal = {
    write: (text: string) => void (out += text),
    warn: (text: string) => void (err += text),
    colour: false,
    columns: 100,
  };
  const signal = stop ?? new AbortController().signal;
  const input = new SharedInput(() =>
    Readable.from(
      typed.map((line) => Buffer.from(`${line}\n`)),
      { objectMode: false },
    ),
  );
  const code = await main(words, { root, from: ownPrograms, terminal, input, signal });
  return { code, out, err };
}

const launch = join(import.meta.dirname, '..', '..', 'src', 'cli', 'launch.mjs');

/** The same as a process of its own, typed in the folder of the reader's programs; Ctrl-C once it prints `interruptAt`. */
export function started(
  words: readonly string[],
  nodeArgs: readonly string[] = [],
  interruptAt?: string,
): Promise<Outcome> {
  const env = { ...process.env, COURSE_ROOT: goodCourse, INIT_CWD: ownPrograms, NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...nodeArgs, launch, ...words],
      { env, cwd: ownPrograms },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, out, err });
      },
    );
    child.stdout?.on('data', (text: string) => {
      if (interruptAt !== undefined && text.includes(interruptAt)) child.kill('SIGINT');
    });
  });
}
