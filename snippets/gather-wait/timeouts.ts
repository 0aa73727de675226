// A time limit of 50 ms, used in two ways on work that takes longer.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, wait: Promise<void>) {
  try {
    await wait;
    console.log(`${name}: finished`);
  } finally {
    console.log(`${name}: cleaned up`);
  }
}

console.log('main: stop waiting');
const gate = Promise.withResolvers<void>();
const a = work('a', gate.promise);
const first = await Promise.race([a, sleep(50, 'late')]);
console.log(first === 'late' ? 'main: a is late' : 'main: a is done');
gate.resolve(); // whatever a waited for has come
await a;

console.log('main: stop the work');
const signal = AbortSignal.timeout(50);
try {
  await work('b', sleep(60_000, undefined, { signal }));
  console.log('main: b is done');
} catch (error) {
  console.log(`main: b is stopped, ${(error as Error).name}`);
}
