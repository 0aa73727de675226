// Four jobs in chunks of two; ann waits until main has a result.
// needs: threads
import { on } from 'node:events';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const OPEN = 0;

function serve(name: string, gates: Int32Array) {
  if (name === 'ann') Atomics.wait(gates, OPEN, 0);
  return name;
}

function unordered(
  chunks: string[][],
  workerData: Int32Array,
  take: (results: string[]) => void,
) {
  const feed = (worker: Worker) => worker.postMessage(chunks.shift());
  for (let i = 0; i < 2; i++) {
    const worker = new Worker(import.meta.filename, { workerData });
    worker.on('message', (results) => {
      take(results);
      feed(worker);
    });
    feed(worker);
  }
}

if (isMainThread) {
  const gates = new Int32Array(new SharedArrayBuffer(4));
  const chunks = [
    ['ann', 'bob'],
    ['cid', 'dan'],
  ];
  unordered(chunks, gates, (names) => {
    for (const name of names) console.log(`main: gets ${name}`);
    Atomics.store(gates, OPEN, 1);
    Atomics.notify(gates, OPEN);
  });
} else {
  for await (const [chunk] of on(parentPort!, 'message')) {
    if (!chunk) break;
    const serveOne = (name: string) => serve(name, workerData);
    parentPort!.postMessage(chunk.map(serveOne));
  }
}
