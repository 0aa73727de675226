// The same limit, but the work catches whatever is thrown at its wait.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, wait: Promise<void>) {
  try {
    await wait;
    console.log(`${name}: finished`);
  } catch {
    console.log(`${name}: caught something`);
  } finally {
    console.log(`${name}: cleaned up`);
  }
}

console.log('main: stop the work');
const signal = AbortSignal.timeout(50);
try {
  await work('b', sleep(60_000, undefined, { signal }));
  console.log('main: b is done');
} catch (error) {
  console.log(`main: b is stopped, ${(error as Error).name}`);
}
