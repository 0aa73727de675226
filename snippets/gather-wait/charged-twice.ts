// A payment is tried again, since its answer does not come.
import { setTimeout as sleep } from 'node:timers/promises';

let charged = 0;

// the bank charges at once, and its first answer is lost
async function charge(amount: number, attempt: number, signal: AbortSignal) {
  charged += amount;
  console.log(`bank: charges ${amount}`);
  if (attempt === 1) await sleep(60_000, undefined, { signal });
}

async function pay(amount: number) {
  for (const attempt of [1, 2]) {
    try {
      await charge(amount, attempt, AbortSignal.timeout(50));
      console.log('client: has paid');
      return;
    } catch {
      console.log('client: no answer');
    }
  }
}

await pay(10);
console.log(`bank: has charged ${charged}`);
