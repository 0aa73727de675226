// The word async in front of a blocking body changes nothing.
import { setTimeout as sleep } from 'node:timers/promises';

async function pause(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function say(name: string) {
  console.log(`${name}: starts`);
  await pause(50);
  console.log(`${name}: ends`);
}

async function alarm() {
  await sleep(10);
  console.log('alarm: rings');
}

await Promise.all([alarm(), say('A'), say('B')]);
