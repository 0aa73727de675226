// A pool of two Workers serves ann, who waits for bob, and bob.
// needs: threads
import { on } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const BOB = 0;
const say = (line: string) => writeSync(1, `${line}\n`);

function serve(name: string, gates: Int32Array) {
  if (name === 'ann') Atomics.wait(gates, BOB, 0);
  say(`pool: serves ${name}`);
  Atomics.store(gates, BOB, 1);
  Atomics.notify(gates, BOB);
  return name;
}

function imap(size: number, jobs: string[], workerData: Int32Array) {
  const results = jobs.map(() => Promise.withResolvers<string>());
  const waiting = [...jobs.entries()];
  const feed = (worker: Worker) => worker.postMessage(waiting.shift());
  for (let i = 0; i < size; i++) {
    const worker = new Worker(import.meta.filename, { workerData });
    worker.on('message', ([index, result]) => {
      results[index]!.resolve(result);
      feed(worker);
    });
    feed(worker);
  }
  return results.map(({ promise }) => promise);
}

if (isMainThread) {
  const gates = new Int32Array(new SharedArrayBuffer(4));
  for (const result of imap(2, ['ann', 'bob'], gates)) {
    say(`main: gets ${await result}`);
  }
} else {
  for await (const [job] of on(parentPort!, 'message')) {
    if (!job) break;
    parentPort!.postMessage([job[0], serve(job[1], workerData)]);
  }
}
