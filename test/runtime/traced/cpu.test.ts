// `cpu`: the process may stand still at any time, for any time. What may be printed then is derived by hand, explored by the engine, and
// forced on real Node by stalls.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import type { Path } from '../../../src/explore/clock/path.ts';
import { usualSchedule } from '../../../src/explore/schedule.ts';
import { Search } from '../../../src/explore/search/search.ts';
import { realClock } from '../../real-clock.ts';
import { explored, outputs, runOf, start } from './schedules.ts';
import { stalledPrograms, withoutStalls, withStalls } from './stalled-programs.ts';
import { native } from './traced.ts';

describe('what is printed under all stalls is what the rules of Node allow, and no more', () => {
  test.each(stalledPrograms)('$rule', async ({ source, outputs: expected }) => {
    const [usual, ...others] = Object.keys(expected);
    expect(await outputs(withoutStalls(source), 'cpu')).toEqual([usual, ...others.sort()]);
  });

  test.each(stalledPrograms)('at most two stalls are enough: $rule', async ({ source, outputs: expected }) => {
    const [usual, ...others] = Object.keys(expected);
    expect(await outputs(withoutStalls(source), 'stalls', { cpu: 2 })).toEqual([usual, ...others.sort()]);
  });
});

describe.concurrent('Node prints each of them, if it is stalled there', realClock, () => {
  const folder = mkdtempSync(join(tmpdir(), 'stalled-'));
  const forced = stalledPrograms.flatMap(({ rule, source, outputs: all }) =>
    Object.entries(all).flatMap(([output, stalls]) => (stalls ? [{ rule, source, output, stalls }] : [])),
  );
  test.each(forced)('$output: $rule', async ({ source, output, stalls }) => {
    const file = join(folder, `${forced.findIndex((one) => one.source === source && one.output === output)}.ts`);
    writeFileSync(file, withStalls(source, stalls));
    const { stdout } = await native(file);
    expect(stdout.trim().replaceAll('\n', ' ')).toBe(output);
  });
});

describe('the margin is the least stall that gives another output', () => {
  /** Of all runs that print something else, with the places at which the process stands still then. */
  const marginOfOthers = async (source: string) => {
    const paths: Path[] = [];
    const program = await start(source, 'cpu');
    const search = new Search();
    let usual: string | undefined;
    for (let batch; (batch = search.next(20)).length > 0;) {
      for (const [index, run] of (await program.run(batch)).entries()) {
        const { stdout, path } = run.outcome;
        usual ??= stdout.join(' ');
        if (path && stdout.join(' ') !== usual) paths.push(path);
        search.take(batch[index] ?? usualSchedule, run);
      }
    }
    const { total, longest, delays, path } = marginOf(paths);
    return { total, longest, at: delays.map(({ time }) => paths[path]?.times[time]?.at?.what) };
  };
  const timer = (name: string, ms: number, then = '') =>
    `setTimeout(() => { console.log('${name}'); ${then} }, ${ms});\n`;
  const immediate = "setImmediate(() => console.log('immediate'));";

  test.each([
    ['20 ms: a timer of 10 behind one of 30', timer('b', 30) + timer('a', 10), 20, ['insert']],
    ['1 ms: a timer of 99 behind one of 100', timer('b', 100) + timer('a', 99), 1, ['insert']],
    ['1 ms: an immediate and a timer of 1', timer('timer', 1) + immediate, 1, ['timers phase']],
    ['50 ms: an immediate and a timer of 50', timer('timer', 50) + immediate, 50, ['timers phase']],
  ])('%s', async (_, source, total, at) => {
    expect(await marginOfOthers(source)).toEqual({ total, longest: total, at });
  });

  test('40 ms: two timers of 10 in a row and one of 60, which two stalls of 20 add up to: before the callback and in it', async () => {
    const source = timer('b', 10, timer('c', 10)) + timer('a', 60);
    expect(await marginOfOthers(source)).toMatchObject({ total: 40, longest: 20 });
  });
});

describe('a program that looks at the clock', () => {
  const busy = 'const busy = (ms: number) => { const end = Date.now() + ms; while (Date.now() < end); };\n';

  test('and waits for it comes to its end, and its timers are late', async () => {
    const source = `${busy}setTimeout(() => console.log('a'), 20); setTimeout(() => console.log('b'), 10);
      busy(30); console.log('computed'); setImmediate(() => console.log('immediate'));`;
    const { outputs: all, coverage } = await explored(source, 'cpu');
    expect(all[0]?.outcome.stdout).toEqual(['computed', 'b', 'a', 'immediate']);
    expect(coverage).toMatchObject({ kind: 'complete', pinned: true });
  });

  test('by turns of the loop comes to its end', async () => {
    const source = `let due = false; setTimeout(() => { due = true; }, 10);
      const look = () => { if (due) console.log('due'); else setImmediate(look); };
      look();`;
    for (const model of ['cpu', 'latency'] as const) {
      expect((await runOf(source, model, { deviations: [] })).outcome).toMatchObject({ stdout: ['due'], exit: 0 });
    }
    expect(await outputs(source.replace('10', '1'), 'cpu')).toEqual(['due']);
  });

  test('sees in every schedule the same random numbers', async () => {
    const source = `setTimeout(() => console.log('b', Math.random()), 30);
      setTimeout(() => console.log('a', Math.random()), 10);`;
    const all = (await explored(source, 'cpu')).outputs.map(({ outcome }) =>
      outcome.stdout.map((line) => line.slice(2)),
    );
    expect(all).toHaveLength(2);
    expect(all[0]).toEqual(all[1]);
  });
});

test('a timer that came due while another was called waits for a turn in which a ms passes', async () => {
  const source = `const busy = (ms: number) => { const end = Date.now() + ms; while (Date.now() < end); };
    setTimeout(() => {
      busy(60);
      setTimeout(() => {}, 500).unref();
      setImmediate(() => { console.log('1'); setImmediate(() => console.log('2')); });
    }, 20);
    setTimeout(() => console.log('overdue'), 40);`;
  const all = await outputs(source, 'cpu');
  expect(all[0]).toBe('1 2 overdue');
  expect(all).toContain('1 overdue 2');
});

test('an immediate that keeps nothing alive does not run where nothing else does', async () => {
  const source =
    "setTimeout(() => { console.log('timer'); setImmediate(() => console.log('immediate')).unref(); }, 5);";
  expect(await outputs(source, 'cpu')).toEqual(['timer']);
});
