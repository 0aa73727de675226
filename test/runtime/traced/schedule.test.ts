// Schedules take legal moves only: what the language and Node promise is kept, what they leave open turns up.
import { expect, test } from 'vitest';
import { outputs, runOf } from './schedules.ts';
import { traced } from './traced.ts';

const download = (name: string, ms: number) => `setTimeout(() => console.log('${name}'), ${ms});`;

test('the same schedule gives the same run', async () => {
  const source = `${download('a', 20)}${download('b', 25)}console.log(Math.random());`;
  const swapped = { deviations: [{ at: 0, take: 1 }] };
  const once = () => runOf(source, 'latency', swapped);
  expect((await once()).outcome.stdout.slice(1)).toEqual(['b', 'a']);
  expect(await once()).toEqual(await once());
});

test('by latency a longer wait may end first', async () => {
  expect(await outputs(download('slow', 50) + download('fast', 40), 'latency')).toEqual(['fast slow', 'slow fast']);
});

test('by latency a wait may be late without bound', async () => {
  expect(await outputs(download('long', 100) + download('short', 60), 'latency')).toEqual(['short long', 'long short']);
});

test('by latency a timer of 0 ms stands for no outside wait', async () => {
  expect(await outputs(download('a', 0) + download('b', 0), 'latency')).toEqual(['a b']);
});

test('by cpu two equal waits never swap', async () => {
  expect(await outputs(download('a', 20) + download('b', 20), 'cpu')).toEqual(['a b']);
});

test('by cpu a timer of 0 ms and an immediate of the main program may come in either order', async () => {
  const source = `${download('timer', 0)}setImmediate(() => console.log('immediate'));`;
  expect((await outputs(source, 'cpu')).toSorted()).toEqual(['immediate timer', 'timer immediate']);
});

test.each(['cpu', 'stalls', 'latency'] as const)('microtasks and nextTick keep their order by %s', async (model) => {
  const source = `
    setTimeout(() => {
      process.nextTick(() => console.log('tick'));
      Promise.resolve().then(() => console.log('then'));
      queueMicrotask(() => console.log('micro'));
    }, 5);`;
  expect(await outputs(source, model, { cpu: 2 })).toEqual(['tick then micro']);
});

test('without a schedule a wait takes exactly its time', () => {
  expect(traced("import { setTimeout as sleep } from 'node:timers/promises';\nawait sleep(250);").elapsed).toBe(250);
});

test('a lost update turns up by latency alone', async () => {
  const source = `
    let balance = 100;
    const take = async (amount: number, ms: number) => {
      const seen = balance;
      await new Promise((resolve) => setTimeout(resolve, ms));
      balance = seen - amount;
    };
    await Promise.all([take(10, 20), take(30, 25)]);
    console.log(balance);`;
  expect(await outputs(source, 'latency')).toEqual(['70', '90']);
  expect(await outputs(source, 'cpu')).toEqual(['70']);
});
