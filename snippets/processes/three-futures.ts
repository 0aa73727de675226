// Main waits for the first of three Workers, then for all.
// needs: threads
import { once } from 'node:events';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const OPEN = 0;

function serve(name: string, gates: Int32Array) {
  if (name !== 'bob') Atomics.wait(gates, OPEN, 0);
  if (name === 'cid') throw new Error('no seat');
  return `${name} has a seat`;
}

async function submit(name: string, gates: Int32Array) {
  const data = { workerData: { name, gates } };
  const worker = new Worker(import.meta.filename, data);
  const [result] = await once(worker, 'message');
  return result;
}

if (isMainThread) {
  const gates = new Int32Array(new SharedArrayBuffer(4));
  const jobs = ['ann', 'bob', 'cid'].map((name) => submit(name, gates));
  const all = Promise.allSettled(jobs);
  console.log(`main: first, ${await Promise.race(jobs)}`);
  Atomics.store(gates, OPEN, 1);
  Atomics.notify(gates, OPEN);
  for (const job of await all) {
    const failed = job.status === 'rejected';
    console.log(`main: ${failed ? job.reason.message : job.value}`);
  }
} else {
  const { name, gates } = workerData;
  parentPort!.postMessage(serve(name, gates));
}
