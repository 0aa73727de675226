// Three awaits that have nothing to wait for, and two callbacks.
import { setTimeout as sleep } from 'node:timers/promises';

const cache = new Map([
  [1, 'one'],
  [2, 'two'],
  [3, 'three'],
]);

async function page(number: number) {
  return cache.get(number); // always there: nothing to wait for
}

async function main() {
  setTimeout(() => console.log('timer, 0 ms'), 0);
  queueMicrotask(() => console.log('callback'));
  for (const number of [1, 2, 3]) {
    console.log(`page ${number}: ${await page(number)}`);
  }
  await sleep(50);
  console.log('main: a wait that waited');
}

await main();
