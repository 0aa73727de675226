// Three causes and two languages: for each cause a program whose order it decides in one of them alone, and one in both. The outputs are
// worked out from the rules of the engines; each program says its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNeeds } from '../../../src/course/snippets.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { phasesOf } from '../../../src/runtime/causes.ts';
import type { ProofCause } from '../../../src/runtime/causes.ts';
import { schedulerOf } from '../../../src/runtime/engines.ts';
import { exploreCause } from '../../../src/runtime/schedules/explore-cause.ts';
import { noCpython } from '../../cpython.ts';

const root = courseRoot();
const folder = join(root, 'test', 'fixtures', 'exact');

/** All outputs of a program under a cause, the lines of each joined by commas, and whether they are all. */
async function outputsOf(name: string, language: 'ts' | 'py', cause: ProofCause) {
  const file = join(folder, `${name}.${language}`);
  const text = readFileSync(file, 'utf8');
  const program = { language, file, path: file, text, needs: readNeeds(text, file) };
  const scheduler = schedulerOf(program);
  if (!scheduler) throw new Error(`no engine runs ${file} under schedules`);
  const { outcomes, coverage } = await exploreCause(
    root,
    program,
    phasesOf(cause, scheduler.threadModel),
    await scheduler.start(),
    { spending: { schedules: 1000 } },
  );
  return { outputs: outcomes.map(({ stdout }) => stdout.join(' / ')).toSorted(), kind: coverage?.kind };
}

function all(...outputs: readonly string[]) {
  return { outputs: outputs.toSorted(), kind: 'complete' };
}

const either = all('a / b', 'b / a');
const drained = 'one / one, then / two';
const settled = '1 / 1 again / 2 / 2 again';

describe('TypeScript', () => {
  test.each<[string, ProofCause, ReturnType<typeof all>]>([
    ['cpu-ts', 'cpu', all('timer / callback', 'callback / timer')],
    ['cpu-py', 'cpu', all(drained)],
    ['cpu-both', 'cpu', all('short / long', 'long / short')],
    // b is rejected while a is awaited: nobody handles it, and the process ends before a line
    ['latency-ts', 'latency', all('a / b', '')],
    ['latency-py', 'latency', all(settled)],
    ['latency-both', 'latency', either],
  ])('%s', async (name, cause, expected) => {
    expect(await outputsOf(name, 'ts', cause)).toEqual(expected);
  });
});

describe.skipIf(noCpython)('Python', () => {
  test.each<[string, ProofCause, ReturnType<typeof all>]>([
    ['cpu-ts', 'cpu', all('callback / timer')],
    ['cpu-py', 'cpu', all(drained, 'one / two / one, then')],
    ['cpu-both', 'cpu', all('short / long', 'long / short')],
    ['latency-ts', 'latency', all('a / b')],
    ['latency-py', 'latency', all(settled, '1 / 2 / 1 again / 2 again')],
    ['latency-both', 'latency', either],
    ['threads-py', 'threads', all('main / thread', 'thread / main')],
    ['threads-both', 'threads', either],
  ])('%s', async (name, cause, expected) => {
    expect(await outputsOf(name, 'py', cause)).toEqual(expected);
  });
});
