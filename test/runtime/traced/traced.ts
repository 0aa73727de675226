// Runs programs on the traced engine, and on Node itself to compare.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseContract } from '../../../src/order/index.ts';
import type { Contract } from '../../../src/order/index.ts';
import { compile } from '../../../src/runtime/traced/compile/compile.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import type { TracedRun } from '../../../src/runtime/traced/run.ts';
import type { RunOptions } from '../../../src/runtime/traced/realm/world.ts';

/** A run of `source`, called program.ts. */
export function traced(source: string, options: RunOptions = {}): TracedRun {
  return runInRealm(compile(source, { file: 'program.ts', url: 'file:///program.ts' }), {
    ...options,
  });
}

/** What `source` prints on stdout. */
export function printed(source: string, options?: RunOptions): readonly string[] {
  return traced(source, options).stdout;
}

export interface NativeRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** `node OPTIONS FILE`. */
export function native(file: string, options: readonly string[] = []): Promise<NativeRun> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };
    execFile(process.execPath, [...options, file], { env }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, exit: typeof error?.code === 'number' ? error.code : 0 });
    });
  });
}

/** The contract of a TypeScript snippet, which stands beside it. */
export function contractBeside(file: string): Contract {
  const path = file.replace(/\.ts$/, '.order');
  return parseContract(readFileSync(path, 'utf8'), { file: path, language: 'ts' });
}

export function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Without the lines of a stack, where a program sees the insides of its engine; every process has the number 1, as on the engine. */
export function withoutStack(stderr: string): string {
  return stderr.replaceAll(/^\(node:\d+\)/gm, '(node:1)').replaceAll(/(?:\n +at [^\n]*?)+(?= \{\n|\n)/g, '');
}
