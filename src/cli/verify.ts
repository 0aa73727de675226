// `npm run check`: everything that must hold before a change lands, one line for each step. A failed step stops nothing.
import { exitCodes } from '../error.ts';
import type { Invocation } from './command.ts';
import { lockFaults } from './lock.ts';
import { padded, styled } from './terminal.ts';
import { home, runTool } from './tools.ts';
import type { Tool } from './tools.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  readonly run: (signal: AbortSignal) => Promise<{ readonly holds: boolean; readonly output: string }>;
}

const steps: readonly Step[] = [
  step('types', 'the types of the site, the engine and the tests', ['astro', 'sync'], ['astro', 'check']),
  step('programs', 'the types of the TypeScript programs', ['tsc', '-p', 'snippets']),
  step('lint', 'the rules of eslint', ['eslint', '.']),
  step('format', 'the format of prettier', ['prettier', '--check', '--log-level', 'warn', '.']),
  { name: 'lock', what: 'the lock file is whole', run: lock },
  step('course', 'lessons, programs, contracts and recordings', ['course', 'check', '--static']),
  step('build', 'the site', ['astro', 'build']),
  step('tests', 'the tests; every program on its engine', ['course', 'test']),
];

export async function command({ json, terminal, signal }: Invocation): Promise<number> {
  const results: object[] = [];
  let failed = 0;
  for (const { name, what, run } of steps) {
    const started = performance.now();
    const { holds, output } = await run(signal);
    if (signal.aborted) return 130;
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if (!holds) failed += 1;
    results.push({ name, holds, seconds, output });
    if (json) continue;
    const word = holds ? styled(terminal, 'green', 'holds ') : styled(terminal, 'red', 'broken');
    terminal.write(`${word}  ${padded(name, 9)} ${what} (${seconds} s)${name === 'tests' ? lastLine(output) : ''}\n`);
    if (!holds) terminal.warn(`${output.trimEnd().replaceAll(/^/gm, '    ')}\n`);
  }
  if (json) terminal.write(`${JSON.stringify({ failed, steps: results }, undefined, 2)}\n`);
  else
    terminal.write(
      `\n${failed === 0 ? 'everything holds\nnext: git commit' : `${failed} broken\nnext: npm run check`}\n`,
    );
  return failed === 0 ? 0 : exitCodes.course;
}

/** Tools that run one after another until one fails. */
function step(name: string, what: string, ...lines: readonly (readonly [Tool, ...string[]])[]): Step {
  const run = async (signal: AbortSignal): Promise<{ holds: boolean; output: string }> => {
    let output = '';
    for (const [tool, ...args] of lines) {
      const result = await runTool({ tool, args, signal });
      output += result.output;
      if (result.exit !== 0) return { holds: false, output };
    }
    return { holds: true, output };
  };
  return { name, what, run };
}

function lock(): Promise<{ holds: boolean; output: string }> {
  const faults = lockFaults(home);
  return Promise.resolve({ holds: faults.length === 0, output: faults.map(({ message }) => message).join('\n') });
}

function lastLine(output: string): string {
  return `: ${output.trimEnd().split('\n').at(-1) ?? ''}`;
}
