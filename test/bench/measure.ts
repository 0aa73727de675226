// Timing by turns: what is compared runs alternately on the same machine, and the median counts.
import { spawnSync } from 'node:child_process';

export interface Ratio {
  readonly ratio: number;
  readonly limit: number;
  /** What was divided by what, with the figures. */
  readonly words: string;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Runs the commands by turns; the median time of each in ms. */
export function medians(commands: readonly Command[], rounds: number): number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) times[index]?.push(timed(command));
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN);
}

function timed({ command, args, cwd, env }: Command): number {
  const start = performance.now();
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, shell: process.platform === 'win32' } as const;
  const result = spawnSync(command, args, cwd === undefined ? options : { ...options, cwd });
  if (result.status !== 0) {
    const last = `${result.stdout}${result.stderr}`.trimEnd().split('\n').slice(-20).join('\n');
    throw new Error(`${args.join(' ')} failed:\n${last}`);
  }
  return performance.now() - start;
}

export const ms = (value: number) => `${Math.round(value)} ms`;
