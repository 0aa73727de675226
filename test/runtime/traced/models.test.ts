// What holds in every model: without deviations a program prints what it prints without a model, and a schedule gives the same run
// whenever it is asked for.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviationsOf } from '../../../src/explore/decision.ts';
import { formatToken, parseToken } from '../../../src/explore/token.ts';
import { runInRealm } from '../../../src/runtime/realm/realm.ts';
import { CannotRun } from '../../../src/runtime/schedules/scheduled-program.ts';
import { compileFile } from '../../../src/runtime/traced/host.ts';
import { tracedModels } from '../../../src/runtime/traced/model.ts';
import { attempt } from '../../../src/error.ts';
import { explored, runOf, start } from './schedules.ts';

const root = join(import.meta.dirname, '../../..');
const programs = globSync('{snippets,test/fixtures}/**/*.ts', { cwd: root })
  .sort()
  .filter((file) => 'value' in attempt(() => compileFile(join(root, file))));
const limits = { steps: 50_000 };
const sleep = "import { setTimeout as sleep } from 'node:timers/promises';\n";
const race = `${sleep}
  const order: string[] = [];
  const go = async (name: string, ms: number) => { await sleep(ms); order.push(name); setImmediate(() => order.push(name + '!')); await sleep(5); };
  await Promise.all([go('a', 30), go('b', 20), go('c', 10)]);
  console.log(order.join(' '));`;

test('there are programs to run', () => expect(programs.length).toBeGreaterThan(100));

describe.each(tracedModels)('without deviations, under %s', (model) => {
  test.each(programs)('%s prints what it prints without a model', (file) => {
    const program = compileFile(join(root, file));
    const run = (under: object) =>
      attempt(() => {
        const { stdout, stderr, exit } = runInRealm(program, { limits, ...under });
        return { stdout, stderr, exit };
      });
    expect(run({ under: { model, schedule: { deviations: [] } } })).toEqual(run({}));
  });
});

describe.each(['cpu', 'stalls', 'latency'] as const)('under %s', (model) => {
  test('the token of every output gives that output again, and the same decisions', async () => {
    const { outputs } = await explored(race, model, { bound: { cpu: 2 } });
    expect(outputs.length).toBeGreaterThan(3);
    for (const { outcome, nearest } of outputs) {
      const header = { engine: 'traced', model, digest: '01234567' };
      const token = formatToken({ ...header, deviations: deviationsOf(nearest) });
      const schedule = { deviations: parseToken(token).deviations };
      const again = await runOf(race, model, schedule);
      expect(again.outcome.stdout).toEqual(outcome.stdout);
      expect(again.decisions).toEqual(nearest);
      expect(await runOf(race, model, schedule)).toEqual(again);
    }
  });

  test('a random schedule is the same each time', async () => {
    const schedule = { deviations: [], then: { policy: 'random', seed: 7 } } as const;
    expect(await runOf(race, model, schedule)).toEqual(await runOf(race, model, schedule));
  });

  test('a schedule that does not fit the run is the fault of whoever asked for it', async () => {
    const error = await runOf(race, model, { deviations: [{ at: 900, take: 1 }] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CourseError', kind: 'misuse' });
    const caught = `try { ${race.replace(sleep, '')} } catch { console.log('caught'); }`;
    const within = await runOf(sleep + caught, model, { deviations: [{ at: 0, take: 90 }] }).catch(
      (thrown: unknown) => thrown,
    );
    expect(within).toMatchObject({ name: 'CourseError', kind: 'misuse' });
  });
});

test('who waits is said of the schedule under which nothing can wake the program', async () => {
  const source = `${sleep}let open = () => {};
    const gate = new Promise<void>((resolve) => { open = resolve; });
    let isOpen = false;
    async function opener() { await sleep(20); isOpen = true; open(); }
    async function visitor() {
      await sleep(10);
      if (!isOpen) await new Promise(() => {});
      console.log('in');
    }
    void opener();
    await visitor();`;
  const { outputs } = await explored(source, 'latency');
  expect(outputs.map(({ outcome: { exit, waiting } }) => [exit, waiting])).toEqual([
    [
      13,
      ['main waits at line 12: await visitor();', 'visitor waits at line 8: if (!isOpen) await new Promise(() => {});'],
    ],
    [0, undefined],
  ]);
});

test('a program that never ends is stopped, in every model', async () => {
  for (const model of tracedModels) {
    const { outcome } = await runOf('let turns = 0; for (;;) { turns++; }', model, { deviations: [] });
    expect(outcome).toMatchObject({ exit: 124, stderr: ['stopped after 1000000 steps'] });
  }
});

test('what the engine does not have is refused, and what is no program has failed', async () => {
  const reasonOf = (text: string) =>
    runOf(text, 'cpu', { deviations: [] }).catch((error: unknown) =>
      error instanceof CannotRun ? error.reason : error,
    );
  expect(await reasonOf("import 'node:net';")).toBe('refused');
  expect(await reasonOf('fetch("");')).toBe('refused');
  expect(await reasonOf('let let = 1;')).toBe('failed');
});

test('another model is refused by name', async () => {
  await expect(start('', 'gil')).rejects.toThrow('the traced engine has no schedules of the model "gil"');
});

test('an abort ends a batch, and what was run stays', async () => {
  const controller = new AbortController();
  const program = await start(race, 'cpu', controller.signal);
  const batch = program.run(Array.from({ length: 5000 }, () => ({ deviations: [] })));
  controller.abort();
  const runs = await batch;
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.length).toBeLessThan(5000);
});
