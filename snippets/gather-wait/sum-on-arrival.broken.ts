// A total that is read before the await and written after it.
import { setTimeout as sleep } from 'node:timers/promises';

let till = 0;

async function charge(amount: number) {
  await sleep(200); // stands for a call to the bank
  return amount;
}

async function pay(name: string, comesAfter: number, amount: number) {
  await sleep(comesAfter);
  console.log(`${name}: asks the bank`);
  till += await charge(amount);
  console.log(`${name}: has paid ${amount}`);
}

await Promise.all([pay('ann', 50, 10), pay('bob', 300, 20)]);
console.log(`till: ${till}`);
