// Two functions compute, and give way once in the middle.
import { setTimeout as sleep } from 'node:timers/promises';

function half() {
  let sum = 0;
  for (let n = 0; n < 1_000; n++) sum += n;
}

async function compute(name: string) {
  console.log(`${name}: computes`);
  half();
  await sleep(0);
  half();
  console.log(`${name}: has computed`);
}

await Promise.all([compute('c'), compute('d')]);
