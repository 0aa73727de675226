// Main takes results as they come, and ann waits for the first.
// needs: threads
import { on } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const OPEN = 0;
const say = (line: string) => writeSync(1, `${line}\n`);

function serve(name: string, gates: Int32Array) {
  if (name === 'ann') Atomics.wait(gates, OPEN, 0);
  say(`pool: serves ${name}`);
  return name;
}

function unordered(
  jobs: string[],
  workerData: Int32Array,
  take: (result: string) => void,
) {
  const feed = (worker: Worker) => worker.postMessage(jobs.shift());
  for (let i = 0; i < 2; i++) {
    const worker = new Worker(import.meta.filename, { workerData });
    worker.on('message', (result) => {
      take(result);
      feed(worker);
    });
    feed(worker);
  }
}

if (isMainThread) {
  const gates = new Int32Array(new SharedArrayBuffer(4));
  unordered(['ann', 'bob'], gates, (name) => {
    say(`main: gets ${name}`);
    Atomics.store(gates, OPEN, 1);
    Atomics.notify(gates, OPEN);
  });
} else {
  for await (const [job] of on(parentPort!, 'message')) {
    if (!job) break;
    parentPort!.postMessage(serve(job, workerData));
  }
}
