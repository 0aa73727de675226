// Main starts some work, pauses once, and ends.
import { setTimeout as sleep } from 'node:timers/promises';

async function work() {
  console.log('work: starts');
  try {
    await sleep(50);
    console.log('work: ends');
  } finally {
    console.log('work: cleans up');
  }
}

async function main() {
  const leftOver = work();
  await null;
  console.log('main: ends');
}

console.log('program: starts');
await main();
console.log('program: after main');
