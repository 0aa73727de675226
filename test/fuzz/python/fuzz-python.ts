// Compares random asyncio programs on the virtual clock with CPython's own loop; the first program that differs is shrunk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { z } from 'zod';
import { courseRoot } from '../../../src/course/files.ts';
import { readJson } from '../../../src/json.ts';
import { locateCpython } from '../../../src/runtime/cpython/cpython.ts';
import { programEnvironment } from '../../../src/runtime/process/environment.ts';
import { runProcess } from '../../../src/runtime/process/run.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { pythonProgram } from './program.ts';

export interface PythonResult {
  readonly programs: number;
  /** How many lines CPython printed. */
  readonly lines: number;
  /** The shrunk program with what both sides printed; undefined if nothing differed. */
  readonly counterexample?: string;
}

interface Request {
  readonly programs: number;
  readonly seed: number;
  /** Absolute path of the script that runs them on CPython's own loop; a test plants faults in a copy. */
  readonly oracle?: string;
}

interface Ended {
  readonly stdout: string;
  readonly exit: number;
}

const root = courseRoot();
const endedSchema = z.object({ stdout: z.string(), exit: z.number().int() });

/** Runs programs on CPython's own loop. */
export const ownLoop = join(import.meta.dirname, 'oracle.py');

/** Programs that share a process on each side. */
const together = 50;

/** What a program is made of. */
export const tapes = fc.array(fc.nat(999), { minLength: 4, maxLength: 90 });

/** Compares `programs` random programs; the same seed gives the same ones. */
export async function fuzzPython({ programs, seed, oracle = ownLoop }: Request): Promise<PythonResult> {
  let lines = 0;
  const all = fc.sample(tapes, { numRuns: programs, seed });
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    const pairs = await both(
      some.map((tape) => pythonProgram(tape)),
      oracle,
    );
    lines += pairs.reduce((sum, [, own]) => sum + own.stdout.split('\n').length - 1, 0);
    const different = pairs.findIndex(([virtual, own]) => !isSame(virtual, own));
    const tape = some[different];
    if (tape) return { programs: from + different + 1, lines, counterexample: await shrunk(tape, oracle) };
  }
  return { programs: all.length, lines };
}

/** What each program prints on the virtual clock and on CPython's own loop, and how it ends there. */
async function both(texts: readonly string[], oracle: string): Promise<(readonly [virtual: Ended, own: Ended])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-python-'));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, `program${index}.py`);
      writeFileSync(file, text);
      return file;
    });
    const virtual = await runCpythonBatch(root, files);
    const own = await onOwnLoop(files, folder, oracle);
    return files.map((_, index) => [endOf(virtual[index]), own[index] ?? { stdout: '', exit: -1 }] as const);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endOf(result: Awaited<ReturnType<typeof runCpythonBatch>>[number] | undefined): Ended {
  const printed = result?.lines.flatMap(({ stream, text }) => (stream === 'stdout' ? [`${text}\n`] : [])) ?? [];
  return { stdout: printed.join(''), exit: result?.exit ?? -1 };
}

async function onOwnLoop(files: readonly string[], cwd: string, oracle: string): Promise<Ended[]> {
  const { executable } = await locateCpython(root, []);
  const env = programEnvironment({ PYTHONUTF8: '1', PYTHONHASHSEED: '0' });
  const command = { command: executable, args: [oracle, ...files], cwd, env };
  const { lines } = await runProcess(command, { file: files[0] ?? cwd, outputLimit: 1 << 26, timeLimit: 120_000 });
  return lines.flatMap(({ stream, text }) => (stream === 'stdout' ? (readJson(endedSchema, text) ?? []) : []));
}

function isSame(one: Ended, other: Ended): boolean {
  return one.stdout === other.stdout && one.exit === other.exit;
}

/** Takes away from the tape, piece by piece, as long as the program still differs. */
async function shrunk(tape: readonly number[], oracle: string): Promise<string> {
  let [left, size] = [tape, tape.length >> 1];
  while (size > 0) {
    const shorter = Array.from({ length: Math.ceil(left.length / size) }, (_, index) =>
      left.toSpliced(index * size, size),
    );
    const pairs = await both(
      shorter.map((one) => pythonProgram(one)),
      oracle,
    );
    const found = shorter[pairs.findIndex(([virtual, own]) => !isSame(virtual, own))];
    if (found && found.length < left.length) left = found;
    else size >>= 1;
  }
  const [pair] = await both([pythonProgram(left)], oracle);
  return `${pythonProgram(left)}\n${JSON.stringify({ virtual: pair?.[0], own: pair?.[1] }, null, 2)}`;
}
