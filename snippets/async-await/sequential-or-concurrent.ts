// The same two waits, one after another and then together.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
}

console.log('one after another');
await download('slow', 100);
await download('fast', 50);

console.log('together');
const slow = download('slow', 100);
const fast = download('fast', 50);
await slow;
await fast;
