// The report sleeps in place of computing.
import { setTimeout as sleep } from 'node:timers/promises';

async function heart() {
  for (const beat of [1, 2]) {
    await sleep(20);
    console.log(`heart: beat ${beat}`);
  }
}

async function report() {
  console.log('report: starts');
  await sleep(200);
  console.log('report: ends');
}

await Promise.all([heart(), report()]);
