// `cpu`: the process may stand still at any time, for any time. What may be printed then is derived by hand, explored by the engine, and
// forced on real Node by stalls.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { marginOf } from '../../../src/explore/clock/margin.ts';
import type { Margin } from '../../../src/explore/clock/margin.ts';
import { realClock } from '../../real-clock.ts';
import { explored, outputs, start } from './schedules.ts';
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
  const marginOfOthers = async (source: string): Promise<Margin> => {
    const program = await start(source, 'cpu');
    const { outputs: all } = await explored(source, 'cpu');
    const others = all.slice(1).map(async ({ nearest }) => {
      const deviations = nearest.flatMap(({ taken }, at) => (taken === 0 ? [] : [{ at, take: taken }]));
      const [run] = await program.run([{ deviations }]);
      return run?.outcome.path ?? [];
    });
    return marginOf((await Promise.all(others)).flat());
  };
  const timer = (name: string, ms: number) => `setTimeout(() => console.log('${name}'), ${ms});\n`;

  test.each([
    ['10 after 30', timer('b', 30) + timer('a', 10), 20, 'insert'],
    ['99 after 100', timer('b', 100) + timer('a', 99), 1, 'insert'],
    ['an immediate and 1', `${timer('timer', 1)}setImmediate(() => console.log('immediate'));`, 1, 'timers phase'],
    ['an immediate and 50', `${timer('timer', 50)}setImmediate(() => console.log('immediate'));`, 50, 'timers phase'],
  ])('%s', async (_, source, total, what) => {
    const { path, delays, ...margin } = await marginOfOthers(source);
    expect(margin).toMatchObject({ total, longest: total });
    expect(delays).toHaveLength(1);
    void path;
    void what;
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
    expect(await outputs(source, 'cpu')).toEqual(['due']);
    expect(await outputs(source, 'latency')).toEqual(['due']);
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
