// Schedules take legal moves only: what the language and Node promise is kept, what they leave open turns up.
import { expect, test } from 'vitest';
import type { ScheduleCause } from '../../../src/runtime/traced/schedule.ts';
import { printed, traced } from './traced.ts';

function outputs(source: string, cause: ScheduleCause, seeds = 200): Set<string> {
  const all = new Set<string>();
  for (let seed = 0; seed < seeds; seed++) all.add(printed(source, { schedule: { seed, cause } }).join(' '));
  return all;
}

const download = (name: string, ms: number) => `setTimeout(() => console.log('${name}'), ${ms});`;

test('the same seed gives the same run', () => {
  const source = `${download('a', 20)}${download('b', 25)}console.log(Math.random());`;
  const once = () => traced(source, { schedule: { seed: 7, cause: 'latency' } });
  expect(once()).toEqual(once());
});

test('by latency a longer wait may end first', () => {
  expect(outputs(download('slow', 50) + download('fast', 40), 'latency')).toEqual(new Set(['fast slow', 'slow fast']));
});

test('by latency a wait is at most half as long again', () => {
  expect(outputs(download('long', 100) + download('short', 60), 'latency')).toEqual(new Set(['short long']));
});

test('by latency a timer of 0 ms stands for no outside wait', () => {
  expect(outputs(download('a', 0) + download('b', 0), 'latency').size).toBe(1);
});

test('by cpu two equal waits never swap', () => {
  expect(outputs(download('a', 20) + download('b', 20), 'cpu').size).toBe(1);
});

test('by cpu time passes between statements', () => {
  const source =
    'const start = performance.now();\nlet x = 0;\nx++;\nx++;\nconsole.log(performance.now() - start > 0.5);';
  expect(outputs(source, 'cpu')).toEqual(new Set(['true', 'false']));
});

test('by cpu a timer of 0 ms and an immediate of the main program may come in either order', () => {
  expect(outputs(`${download('timer', 0)}setImmediate(() => console.log('immediate'));`, 'cpu').size).toBe(2);
});

test.each(['cpu', 'latency'] as const)('microtasks and nextTick keep their order by %s', (cause) => {
  const source = `
    setTimeout(() => {
      process.nextTick(() => console.log('tick'));
      Promise.resolve().then(() => console.log('then'));
      queueMicrotask(() => console.log('micro'));
    }, 5);`;
  expect(outputs(source, cause)).toEqual(new Set(['tick then micro']));
});

test('without a schedule a wait takes exactly its time', () => {
  expect(traced("import { setTimeout as sleep } from 'node:timers/promises';\nawait sleep(250);").elapsed).toBe(250);
});

test('a lost update turns up by latency alone', () => {
  const source = `
    let balance = 100;
    const take = async (amount: number, ms: number) => {
      const seen = balance;
      await new Promise((resolve) => setTimeout(resolve, ms));
      balance = seen - amount;
    };
    await Promise.all([take(10, 20), take(30, 25)]);
    console.log(balance);`;
  expect(outputs(source, 'latency')).toEqual(new Set(['70', '90']));
  expect(outputs(source, 'cpu')).toEqual(new Set(['70']));
});
