// Two prices, pushed to a list as they come, and returned.
import { setTimeout as sleep } from 'node:timers/promises';

const goods = ['tea', 'milk'];
const prices = new Map([
  ['tea', 9],
  ['milk', 1],
]);
const waits = new Map([
  ['tea', 120],
  ['milk', 100],
]);

async function lookUp(name: string) {
  await sleep(waits.get(name)); // stands for the network
  return prices.get(name);
}

const pushed: (number | undefined)[] = [];

async function push(name: string) {
  pushed.push(await lookUp(name));
}

await Promise.all(goods.map(push));
for (const [index, name] of goods.entries()) {
  console.log(`pushed: ${name} costs ${pushed[index]}`);
}

const returned = await Promise.all(goods.map(lookUp));
for (const [index, name] of goods.entries()) {
  console.log(`returned: ${name} costs ${returned[index]}`);
}
