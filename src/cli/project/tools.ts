// Runs the tools of the repository (astro, vitest, eslint, …) on the Node that runs us, never on another one by name.
import { join, resolve } from 'node:path';
import { $, usePowerShell } from 'zx/core';

/** The repository, whose tools and tests these are; COURSE_ROOT may lead elsewhere. */
export const home = resolve(import.meta.dirname, '..', '..', '..');

const entries = {
  astro: 'astro/bin/astro.mjs',
  vitest: 'vitest/vitest.mjs',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  pyright: 'pyright/index.js',
  tsc: 'typescript-7/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
} as const;
export type Tool = keyof typeof entries | 'course';

export interface ToolRequest {
  readonly tool: Tool;
  readonly args: readonly string[];
  /** The tool prints on our own terminal; else its output is kept. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface ToolResult {
  readonly exit: number;
  /** stdout and stderr as they came; empty where the tool printed on our own terminal. */
  readonly output: string;
  /** ms */
  readonly elapsed: number;
}

/** Runs a tool to its end; resolves for every exit code. Aborting ends it and its children. */
export async function runTool({ tool, args, show, env = {}, signal }: ToolRequest): Promise<ToolResult> {
  if (process.platform === 'win32') usePowerShell();
  const entry = tool === 'course' ? join('src', 'cli', 'launch.mjs') : join('node_modules', entries[tool]);
  // tools decide by NODE_ENV what they build; what is set for another program must not reach them
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV'));
  const plain = show && process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const started = performance.now();
  const run = $({
    cwd: home,
    env: { ...inherited, ...plain, ...env },
    nothrow: true,
    quiet: true,
    signal,
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const { exitCode, stdall } = await run`${process.execPath} ${[join(home, entry), ...args]}`;
  return { exit: exitCode ?? 1, output: show ? '' : stdall, elapsed: performance.now() - started };
}
