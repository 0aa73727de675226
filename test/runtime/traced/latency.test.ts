// `latency`: the ends of outside waits come in every order that their beginnings leave open, and nothing else is reordered.
import { describe, expect, test } from 'vitest';
import { explored, outputs, runOf } from './schedules.ts';

const sleep = "import { setTimeout as sleep } from 'node:timers/promises';\n";
const log = (text: string, ms: number) => `setTimeout(() => console.log('${text}'), ${ms});`;
const waits = (count: number) => `${sleep}
  const order: string[] = [];
  const get = async (name: string, ms: number) => { await sleep(ms); order.push(name); };
  await Promise.all([...'${'abcdefgh'.slice(0, count)}'].map((name, index) => get(name, 100 + index)));
  console.log(order.join(''));`;

describe('n waits have n! orders', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 6],
    [4, 24],
    [5, 120],
    [6, 720],
  ])('%d: %d, each in one schedule', async (count, orders) => {
    const { outputs: found, coverage } = await explored(waits(count), 'latency');
    expect(found).toHaveLength(orders);
    expect(coverage).toMatchObject({ kind: 'complete', schedules: orders });
  });
});

test('a later wait may end first, however much longer it is', async () => {
  expect(await outputs(log('slow', 5000) + log('fast', 10), 'latency')).toEqual(['fast slow', 'slow fast']);
});

test('a timer of 1 ms or less stands for no outside wait, and neither does an interval', async () => {
  expect(await outputs(log('b', 1) + log('a', 0), 'latency')).toEqual(['b a']);
  const interval = "const i = setInterval(() => { console.log('tick'); clearInterval(i); }, 20);";
  expect(await outputs(log('wait', 30) + interval, 'latency')).toEqual(['tick wait']);
});

test('a time limit ends when it is due: what takes less may be too late, what takes more is', async () => {
  const within = (ms: number) => `${sleep}
    const signal = AbortSignal.timeout(100);
    console.log(await sleep(${ms}, 'in time', { signal, ref: true }).catch(() => 'too late'));
    await sleep(1000);`;
  expect(await outputs(within(50), 'latency')).toEqual(['in time', 'too late']);
  expect(await outputs(within(150), 'latency')).toEqual(['too late']);
});

test('microtasks, ticks and immediates keep their places after each end', async () => {
  const source = `for (const name of ['a', 'b']) setTimeout(() => {
      setImmediate(() => console.log(name + ' immediate'));
      process.nextTick(() => console.log(name + ' tick'));
      queueMicrotask(() => console.log(name + ' micro'));
    }, name === 'a' ? 10 : 20);`;
  const all = await outputs(source, 'latency');
  for (const output of all) {
    for (const name of ['a', 'b']) expect(output).toContain(`${name} tick ${name} micro`);
  }
  expect(all[0]).toBe('a tick a micro a immediate b tick b micro b immediate');
  // what ends while an immediate waits may come in the same turn, before it
  expect(all).toContain('a tick a micro b tick b micro a immediate b immediate');
});

test('timers that are due at once are called in one turn, unless one is late', async () => {
  const both =
    "for (const n of ['a', 'b']) setTimeout(() => { console.log(n); setImmediate(() => console.log(n + n)); }, 10);";
  const [usual, ...others] = await outputs(both, 'latency');
  expect(usual).toBe('a b aa bb');
  expect(others).toEqual(['a aa b bb', 'b a bb aa', 'b bb a aa']);
});

test('what the program itself spends is no wait of another', async () => {
  const source = `${log('wait', 10)}
    const limit = setInterval(() => { console.log('tick'); clearInterval(limit); }, 15);
    const end = Date.now() + 50;
    while (Date.now() < end);
    console.log('computed');`;
  expect(await outputs(source, 'latency')).toEqual(['computed wait tick', 'computed tick wait']);
});

test('a program that looks at the time sees when what it waited for came, and is told of', async () => {
  const source = `const begun = Date.now();
    for (const ms of [10, 300]) setTimeout(() => console.log(ms, Math.floor(Date.now() - begun)), ms);`;
  const all = await explored(source, 'latency');
  expect(all.outputs.map(({ outcome }) => outcome.stdout)).toEqual([
    ['10 10', '300 300'],
    ['300 300', '10 300'],
  ]);
  expect(all.coverage).toMatchObject({ kind: 'complete', pinned: true });
});

test('ways are named by who waits and where', async () => {
  const { decisions } = await runOf(
    `async function get() {\n  await new Promise((r) => setTimeout(r, 10));\n}\nget();\nget();`,
    'latency',
    {
      deviations: [],
    },
  );
  expect(decisions).toEqual([
    {
      cause: 'latency',
      options: 2,
      taken: 0,
      ways: [
        { id: 'get/setTimeout 1', strand: 'get', line: 2, what: 'setTimeout' },
        { id: 'get/setTimeout 2', strand: 'get', line: 2, what: 'setTimeout' },
      ],
    },
  ]);
});
