import { noCpython } from '../../cpython.ts';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { distinctOutcomes } from '../../../src/runtime/real/perturb/outcomes.ts';
import { perturbedRuns, runPerturbed } from '../../../src/runtime/real/perturb/run.ts';
import type { PerturbedRequest } from '../../../src/runtime/real/perturb/run.ts';
import type { Outcome } from '../../../src/runtime/outcome.ts';
import { fixtures, root, runFile } from '../programs.ts';
import { realClock } from '../../real-clock.ts';

const folder = join(fixtures, 'perturbed');
const seeds = Array.from({ length: perturbedRuns }, (_, index) => index + 1);

function run(name: string, some = seeds, request: PerturbedRequest = {}): Promise<Outcome[]> {
  const language = extname(name) === '.ts' ? 'ts' : 'py';
  return runPerturbed(root, { file: join(folder, name), path: name, language, needs: [] }, some, request);
}

/** The lines of one producer, of each output. */
const linesOf = (outcomes: readonly Outcome[], name: string) =>
  outcomes.map(({ stdout }) => stdout.filter((line) => line.startsWith(name)));

describe('what is free turns up in more than one order, what is guaranteed in one', realClock, () => {
  const numbers = { 'free.py': [0, 1, 2], 'prints.py': [0, 1], 'free.ts': [0, 1, 2], 'fork.ts': [0, 1] };

  it.skipIf(noCpython).each(Object.entries(numbers))(
    '%s: two producers mix, each in its own order, and both end first',
    async (name, each) => {
      const outcomes = await run(name);
      expect(outcomes.length).toBeGreaterThan(1);
      for (const producer of ['A', 'B']) {
        for (const lines of linesOf(outcomes, producer)) expect(lines).toEqual(each.map((n) => `${producer} ${n}`));
      }
      expect(outcomes.every(({ stdout, stderr }) => stdout.at(-1) === 'end' && stderr.length === 0)).toBe(true);
    },
  );

  it.skipIf(noCpython)('processes.py: forked and spawned children mix, each in its own order', async () => {
    const outcomes = await run('processes.py', seeds.slice(0, 12));
    const halves = new Set(outcomes.map(({ stdout }) => stdout.slice(-5).join()));
    expect(halves.size).toBeGreaterThan(1);
    for (const lines of linesOf(outcomes, 'A')) expect(lines.slice(-2)).toEqual(['A 0', 'A 1']);
  });

  it.skipIf(noCpython)('pool.py: jobs run in any order, results come in that of the jobs', async () => {
    const outcomes = await run('pool.py', seeds.slice(0, 10));
    expect(outcomes.length).toBeGreaterThan(1);
    for (const lines of linesOf(outcomes, '[')) expect(lines).toEqual(['[0, 1, 4]', '[0, 1, 4]']);
  });

  it.skipIf(noCpython)('lost-update.py: an update is lost without a lock, and never with one', async () => {
    const outcomes = await run('lost-update.py');
    expect(outcomes.map(({ stdout }) => stdout.join()).sort()).toEqual(['add 1,add_locked 2', 'add 2,add_locked 2']);
  });

  it.skipIf(noCpython)('shared.ts: Workers take places in shared memory in any order, each place once', async () => {
    const outcomes = await run('shared.ts', seeds.slice(0, 10));
    expect(new Set(linesOf(outcomes, 'A').map((lines) => lines.join())).size).toBeGreaterThan(1);
    const places = (lines: readonly string[]) => lines.slice(0, -1).map((line) => line.at(-1));
    for (const { stdout } of outcomes) expect(places(stdout).sort()).toEqual(['0', '1', '2', '3']);
  });

  it.skipIf(noCpython)(
    'ports.ts: messages of a port stay in order, and so do ticks and microtasks between them',
    async () => {
      const outcomes = await run('ports.ts');
      const lines = [1, 2, 3].flatMap((n) => [`${n} back`, `tick after ${n} back`, `microtask after ${n} back`]);
      expect(outcomes.map(({ stdout, count }) => [stdout, count])).toEqual([[[...lines, 'end'], perturbedRuns]]);
    },
  );
});

describe('pauses change nothing else', realClock, () => {
  it.skipIf(noCpython).each(['sees.py', 'sees.ts', 'broken-hook.py', 'broken-hook.ts'])(
    '%s prints what it prints without',
    async (name) => {
      const plain = await runFile(join(folder, name));
      const [outcome, ...others] = await run(name, [1, 2, 3, 4]);
      expect([outcome?.stdout, outcome?.stderr]).toEqual([plain.lines.map(({ text }) => text), []]);
      expect([outcome?.exit, others]).toEqual([plain.exit, []]);
    },
  );

  it.skipIf(noCpython)('a program that locks 120,000 times ends in time', async () => {
    const [outcome] = await run('tight.py', [1, 2]);
    expect([outcome?.stdout, outcome?.count]).toEqual([['120000'], 2]);
  });

  it.skipIf(noCpython)('a seed that the hook cannot read leaves the program without pauses', async () => {
    const [outcome] = await run('sees.py', [Number.NaN]);
    expect(outcome?.exit).toBe(3);
  });
});

describe('endings', realClock, () => {
  const result = (text: string, exit: number | null = 0) => ({
    lines: [{ at: 1, stream: 'stdout', text } as const],
    exit,
    signal: exit === null ? ('SIGKILL' as const) : null,
    stopped: undefined,
    elapsed: 5,
  });

  it.skipIf(noCpython)('outputs that differ in addresses alone are one, with the first seed that gave it', () => {
    const outcomes = distinctOutcomes(
      new Map([
        [9, result('at 0x7f486244')],
        [7, result('at 0x7f8d48c9')],
        [8, result('b')],
      ]),
    );
    expect(outcomes.map(({ count, origin }) => [count, origin])).toEqual([
      [2, { kind: 'real', seed: 7 }],
      [1, { kind: 'real', seed: 8 }],
    ]);
  });

  it.skipIf(noCpython)('a program that a signal ended has the exit code that a shell gives it', () => {
    expect(distinctOutcomes(new Map([[1, result('a', null)]]))[0]?.exit).toBe(137);
  });

  it.skipIf(noCpython)('a program that never ends has exit 124', async () => {
    const [outcome] = await run('stuck.py', [1], { timeLimit: 500 });
    expect(outcome?.exit).toBe(124);
  });

  it.skipIf(noCpython)('an interrupted run is an error', async () => {
    await expect(run('stuck.py', [3, 4], { signal: AbortSignal.abort() })).rejects.toThrow(
      `stuck.py  stuck.py did not come to its end with the pauses of seed 3: interrupt
  fix: let the program end by itself and print less than the limit allows`,
    );
  });

  it.skipIf(noCpython)('a program that prints more than its limit is an error', async () => {
    await expect(run('free.py', [5], { outputLimit: 10 })).rejects.toThrow('the pauses of seed 5: output limit');
  });

  it('a TypeScript program that never gives way is ended by what it prints, long before its time limit', async () => {
    await expect(run('flood.ts', [6], { outputLimit: 100_000 })).rejects.toThrow('the pauses of seed 6: output limit');
  });

  it.skipIf(noCpython)('no run begins once there are enough', async () => {
    const outcomes = await run('prints.py', seeds, { enough: (soFar) => soFar.length > 0 });
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(perturbedRuns / 2);
    expect(outcomes[0]?.origin).toEqual({ kind: 'real', seed: 1 });
  });

  it.skipIf(noCpython)('no seeds give no outputs', async () => expect(await run('free.py', [])).toEqual([]));
});
