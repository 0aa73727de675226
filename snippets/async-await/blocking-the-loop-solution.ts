// A blocking call in a thread of its own leaves the loop free.
// needs: threads
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const gate = new Int32Array(new SharedArrayBuffer(4));
const waitForGate = `
  const { workerData: gate } = require('node:worker_threads');
  Atomics.wait(gate, 0, 0);
`;

async function report() {
  console.log('report: starts');
  const options = { eval: true, workerData: gate };
  await once(new Worker(waitForGate, options), 'exit');
  console.log('report: ends');
}

async function heart() {
  for (const beat of [1, 2, 3]) {
    await sleep(20);
    console.log(`heart: beat ${beat}`);
  }
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}

await Promise.all([report(), heart()]);
