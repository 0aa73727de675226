// A heart beats beside a report that computes for a while.
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
  compute(200);
  console.log('report: ends');
}

await Promise.all([heart(), report()]);
