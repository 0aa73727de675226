// What Node prints of programs with Workers: where their order is fixed, the usual run prints the same and ends with the same code; where
// it is free, what Node printed is among the explored outputs, which are those that the language and Node allow.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPerturbed } from '../../../src/runtime/real/perturb/run.ts';
import { fixtures, printed, root, runFile } from '../programs.ts';
import { explore, outputOf, runOf } from './explored.ts';

const folder = join(fixtures, 'workers');
const namesIn = (kind: 'fixed' | 'free') =>
  globSync(join(folder, kind, '*.ts'))
    .map((file) => basename(file, '.ts'))
    .sort();

describe('a program whose order is fixed prints what it prints on Node', () => {
  it.each(namesIn('fixed'))('%s', async (name) => {
    const file = join(folder, 'fixed', `${name}.ts`);
    const real = await runFile(file, {}, 'node');
    const { outcome } = await runOf(file);
    expect(outcome.stdout.map((line) => `${line}\n`).join('')).toBe(printed(real));
    expect(outcome.exit).toBe(real.exit);
  });
});

/** All outputs of each program, from the rules: steps of one Worker keep their order, those of two mix. */
const free: Readonly<Record<string, readonly string[]>> = {
  'crossed-locks': ['both have been inside', 'stuck'],
  'lost-update': ['1', '2'],
  // a Worker sends what it prints in two parts
  'printed-through-main': mixes(['a 1', 'a 2'], ['b 1', 'b 2']).map((lines) => ['main', ...lines].join(' / ')),
  'store-buffering': ['0 1', '1 0', '1 1'],
  'two-printers': mixes(['a1', 'a2'], ['b1', 'b2']).map((lines) => lines.join(' / ')),
  'two-senders': mixes(['a1', 'a2'], ['b1', 'b2']).map((lines) => lines.join(' / ')),
  'who-is-first': ['taken by 1', 'taken by 2'],
};

function mixes(some: readonly string[], others: readonly string[]): string[][] {
  const [first, ...rest] = some;
  const [other, ...left] = others;
  if (first === undefined || other === undefined) return [[...some, ...others]];
  return [...mixes(rest, others).map((list) => [first, ...list]), ...mixes(some, left).map((list) => [other, ...list])];
}

describe('a program whose order is free has all outputs that it can have, and no other', () => {
  it('every program is in the table', () => {
    expect(namesIn('free')).toEqual(Object.keys(free).sort());
  });

  it.each(Object.entries(free))('%s', async (name, expected) => {
    const file = join(folder, 'free', `${name}.ts`);
    const text = readFileSync(file, 'utf8');
    const { outputs } = await explore(text, { preemptions: 2 }, file);
    expect(outputs).toEqual([...expected].sort());
    const program = { language: 'ts', file, path: file, text, needs: ['threads'] } as const;
    for (const real of await runPerturbed(root, program, [1, 2, 3], { timeLimit: 5000 })) {
      expect(outputs).toContain(outputOf(real));
    }
  });
});
