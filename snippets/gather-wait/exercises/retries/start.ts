// A payment is tried again after an answer that was lost.
import { setTimeout as sleep } from 'node:timers/promises';

let charged = 0;
let calls = 0;

// the bank charges at once, and its first answer is lost
async function charge(amount: number, signal: AbortSignal) {
  calls += 1;
  charged += amount;
  console.log(`bank: charges ${amount}`);
  if (calls === 1) await sleep(60_000, undefined, { signal });
}

async function pay(amount: number) {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      await charge(amount, AbortSignal.timeout(50));
      console.log('client: has paid');
      return;
    } catch {
      console.log('client: no answer');
    }
  }
}

await pay(10);
console.log(`bank: has charged ${charged}`);
