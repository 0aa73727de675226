// Main cancels two jobs of a pool with one thread.
// needs: threads
import { on, once } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const STOP = 0;
const say = (line: string) => writeSync(1, `${line}\n`);

async function work(cells: Int32Array) {
  for await (const [name] of on(parentPort!, 'message')) {
    if (!name) break;
    Atomics.wait(cells, STOP, 0);
    say(`job: ${name} ends`);
    parentPort!.postMessage('next');
  }
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const waiting = ['a', 'b'];
  const data = { workerData: cells };
  const worker = new Worker(import.meta.filename, data);
  const feed = () => worker.postMessage(waiting.shift());
  worker.on('message', feed);
  feed();
  for (const name of ['a', 'b']) {
    const place = waiting.indexOf(name);
    if (place >= 0) waiting.splice(place, 1);
    say(`main: ${name} is ${place < 0 ? 'not ' : ''}cancelled`);
  }
  Atomics.store(cells, STOP, 1);
  Atomics.notify(cells, STOP);
  await once(worker, 'exit');
  say('main: goes on');
} else {
  await work(workerData);
}
