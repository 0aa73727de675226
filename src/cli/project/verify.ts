// `npm run check`: everything that must hold before a change lands, one line for each step. A failed step stops nothing.
import { exitCodes } from '../../error.ts';
import type { Invocation } from '../shell/command.ts';
import { lockFaults } from './lock.ts';
import { padded, styled } from '../shell/terminal.ts';
import { home, runTool } from './tools.ts';
import type { Tool } from './tools.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  /** What to type to see this step alone. */
  readonly alone: string;
  readonly run: (signal: AbortSignal) => Promise<{ readonly holds: boolean; readonly output: string }>;
}

const steps: readonly Step[] = [
  step(
    'types',
    'the types of the site, the engine and the tests',
    'npx astro check',
    ['astro', 'sync'],
    ['astro', 'check'],
  ),
  step('programs', 'the types of the TypeScript programs', 'npx node node_modules/typescript-7/bin/tsc -p snippets', [
    'tsc',
    '-p',
    'snippets',
  ]),
  step('lint', 'the rules of eslint', 'npx eslint .', ['eslint', '.']),
  step('format', 'the format of prettier', 'npx prettier --write .', [
    'prettier',
    '--check',
    '--log-level',
    'warn',
    '.',
  ]),
  { name: 'python', what: 'the rules of ruff, in Python', alone: 'npm run check', run: python },
  step('pytypes', 'the types of the Python inside programs', 'npx pyright', ['pyright']),
  step('circles', 'no file imports itself by a detour', 'npx depcruise --config .dependency-cruiser.mjs src test', [
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'src',
    'test',
  ]),
  step('unused', 'no file, export or dependency that nobody uses', 'npx knip', [
    'knip',
    '--no-progress',
    '--treat-config-hints-as-errors',
  ]),
  { name: 'lock', what: 'the lock file is whole', alone: 'npm run check', run: lock },
  step('course', 'lessons, programs, contracts and recordings', 'npm run course -- check', [
    'course',
    'check',
    '--static',
  ]),
  step('build', 'the site', 'npm run build', ['astro', 'build']),
  step('tests', 'the tests; every program on its engine', 'npm test', ['course', 'test']),
];

/** Lines of a failed tool that are shown, from its end: that is where tools say what matters. */
const shown = 60;

export async function command({ json, terminal, signal }: Invocation): Promise<number> {
  const results: object[] = [];
  let failed = 0;
  for (const { name, what, alone, run } of steps) {
    const started = performance.now();
    const { holds, output } = await run(signal);
    if (signal.aborted) return 130;
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if (!holds) failed += 1;
    results.push({ name, holds, seconds, output });
    if (json) continue;
    const word = holds ? styled(terminal, 'green', 'holds ') : styled(terminal, 'red', 'broken');
    terminal.write(`${word}  ${padded(name, 9)} ${what} (${seconds} s)${name === 'tests' ? lastLine(output) : ''}\n`);
    if (!holds) terminal.warn(`${end(output)}\n  fix: see it alone: ${alone}\n`);
  }
  if (json) terminal.write(`${JSON.stringify({ failed, steps: results }, undefined, 2)}\n`);
  else
    terminal.write(
      `\n${failed === 0 ? 'everything holds\nnext: git commit' : `${failed} broken\nnext: npm run check`}\n`,
    );
  return failed === 0 ? 0 : exitCodes.course;
}

/** Tools that run one after another until one fails. */
function step(name: string, what: string, alone: string, ...lines: readonly (readonly [Tool, ...string[]])[]): Step {
  const run = async (signal: AbortSignal): Promise<{ holds: boolean; output: string }> => {
    let output = '';
    for (const [tool, ...args] of lines) {
      const result = await runTool({ tool, args, signal });
      output += result.output;
      if (result.exit !== 0) return { holds: false, output };
    }
    return { holds: true, output };
  };
  return { name, what, alone, run };
}

function lock(): Promise<{ holds: boolean; output: string }> {
  const faults = lockFaults(home);
  return Promise.resolve({ holds: faults.length === 0, output: faults.map(({ message }) => message).join('\n') });
}

/** Loaded here alone: it brings ruff with it. */
async function python(): Promise<{ holds: boolean; output: string }> {
  const { ruffFaults } = await import('./ruff.ts');
  const faults = ruffFaults(home);
  return { holds: faults.length === 0, output: faults.join('\n') };
}

function end(output: string): string {
  const lines = output.trimEnd().split('\n');
  const cut = lines.length > shown ? [`… ${lines.length - shown} lines before`] : [];
  return [...cut, ...lines.slice(-shown)].map((line) => `    ${line}`).join('\n');
}

function lastLine(output: string): string {
  return `: ${output.trimEnd().split('\n').at(-1) ?? ''}`;
}
