// A total that is read and written after the await.
import { setTimeout as sleep } from 'node:timers/promises';

let till = 0;

async function charge(amount: number) {
  await sleep(200); // stands for a call to the bank
  return amount;
}

async function pay(name: string, comesAfter: number, amount: number) {
  await sleep(comesAfter);
  console.log(`${name}: asks the bank`);
  const paid = await charge(amount);
  till += paid;
  console.log(`${name}: has paid ${paid}`);
}

await Promise.all([pay('ann', 50, 10), pay('bob', 300, 20)]);
console.log(`till: ${till}`);
