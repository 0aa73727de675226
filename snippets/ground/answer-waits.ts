// Main asks, and computes before it awaits the answer.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask() {
  console.log('ask: asks');
  await sleep(1); // stands for the way to a server
  console.log('ask: has the answer');
}

const answer = ask();
console.log('main: computes');
for (let n = 0; n < 1_000; n++);
console.log('main: has computed');
await answer;
