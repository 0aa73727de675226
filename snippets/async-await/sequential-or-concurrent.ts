// The same two downloads, awaited in two ways.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
}

console.log('first half');
await download('slow', 60);
await download('fast', 50);

console.log('second half');
const slow = download('slow', 60);
const fast = download('fast', 50);
await slow;
await fast;
