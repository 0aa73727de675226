// Runs one test on Node and on the traced engine: equal, refused with a reason, or different.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CourseError } from '../../../src/error.ts';
import type { Engine, RunResult } from '../../../src/runtime/engine.ts';
import { findNode } from '../../../src/runtime/node/node.ts';
import { findTraced } from '../../../src/runtime/traced/host.ts';
import { passed, programName, programOf } from './test-file.ts';
import type { TestFile } from './test-file.ts';

export type Verdict =
  /** Node itself does not pass the test in this harness: nothing is asked of the traced engine. */
  | { readonly kind: 'not passed by Node' }
  | { readonly kind: 'equal' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'differs'; readonly how: string };

/** ms; a test of test262 takes a fraction of one. */
const timeLimit = 10_000;

/** Tries the test in a folder of its own, which is gone afterwards. `root` is a checkout of test262. */
export async function compare(root: string, test: TestFile): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-test262-'));
  try {
    const file = join(folder, programName(test));
    writeFileSync(file, programOf(root, test));
    const native = await printed(findNode(), file);
    if (native.exit !== 0 || !native.stdout.includes(passed)) return { kind: 'not passed by Node' };
    return await tracedVerdict(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tracedVerdict(file: string): Promise<Verdict> {
  try {
    const { exit, stdout, stderr } = await printed(findTraced(), file);
    if (exit === 0 && stdout.includes(passed)) return { kind: 'equal' };
    return { kind: 'differs', how: stdout.at(-1) ?? messageOf(stderr) ?? `exit code ${exit}` };
  } catch (error) {
    if (!(error instanceof CourseError)) return { kind: 'differs', how: `the engine failed: ${String(error)}` };
    return { kind: 'refused', why: error.what };
  }
}

/** The line that names the error: those before it name the folder of this run. */
function messageOf(stderr: readonly string[]): string | undefined {
  return (
    stderr.find((line) => /^(?:Uncaught )?[A-Z]\w*(?:Error|Exception)/.test(line)) ?? stderr.find((line) => line !== '')
  );
}

async function printed(
  engine: Engine,
  file: string,
): Promise<Pick<RunResult, 'exit'> & Record<'stdout' | 'stderr', string[]>> {
  const { lines, exit } = await engine.run({ file, timeLimit });
  const texts = (name: 'stdout' | 'stderr') => lines.filter(({ stream }) => stream === name).map(({ text }) => text);
  return { exit, stdout: texts('stdout'), stderr: texts('stderr') };
}
