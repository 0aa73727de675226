// Main ends when everything that it started has ended.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
}

async function main() {
  const jobs = [work('a', 60), work('b', 50)];
  await null;
  console.log('main: waits for the rest');
  await jobs[0];
  console.log('main: ends');
}

console.log('program: starts');
await main();
console.log('program: after main');
