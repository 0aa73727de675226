// Two calls first, two awaits afterwards.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
}

const first = download('first', 50);
const second = download('second', 100);
console.log('main: has made both');
await first;
await second;
