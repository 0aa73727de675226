// The report computes in ten parts, and gives way after each.
import { setImmediate as giveWay } from 'node:timers/promises';
import { setTimeout as sleep } from 'node:timers/promises';

function compute(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function heart() {
  for (const beat of [1, 2]) {
    await sleep(20);
    console.log(`heart: beat ${beat}`);
  }
}

async function report() {
  console.log('report: starts');
  for (let part = 1; part <= 10; part++) {
    compute(20);
  }
  await giveWay();
  await giveWay();
  console.log('report: ends');
}

await Promise.all([heart(), report()]);
