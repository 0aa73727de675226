// Main asks a server and computes before the answer is there.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask() {
  console.log('ask: asks');
  await sleep(10);
  console.log('ask: has the answer');
}

function compute() {
  console.log('main: computes');
}

await ask(); // your lines
compute();
console.log('main: has both');
