// A payment is tried again under the same number.
import { setTimeout as sleep } from 'node:timers/promises';

let charged = 0;
const known = new Set<number>();
let calls = 0;

// the bank charges at once, and its first answer is lost
async function charge(id: number, amount: number, signal: AbortSignal) {
  if (known.has(id)) {
    console.log(`bank: knows payment ${id}`);
    return;
  }
  charged += amount;
  console.log(`bank: charges ${amount} for ${id}`);
  calls += 1;
  if (calls === 1) await sleep(60_000, undefined, { signal });
  known.add(id);
}

async function pay(id: number, amount: number) {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      await charge(id, amount, AbortSignal.timeout(50));
      console.log('client: has paid');
      return;
    } catch {
      console.log('client: no answer');
    }
  }
}

await pay(7, 10);
console.log(`bank: has charged ${charged}`);
