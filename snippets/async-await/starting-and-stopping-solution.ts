// main waits for everything that it started.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, ms: number) {
  await sleep(ms);
  console.log(`${name}: ends`);
}

async function main() {
  const jobs = [work('long', 150), work('short', 100)];
  await sleep(50);
  console.log('main: waits for the rest');
  await Promise.all(jobs);
  console.log('main: ends');
}

console.log('program: starts');
await main();
console.log('program: after main');
