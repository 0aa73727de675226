// A worker serves what main puts into a queue, and survives a failure.
// needs: threads
import { on, once } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const END = null;
const say = (line: string) => writeSync(1, `${line}\n`);

function serve(item: string) {
  if (item === 'bob') throw new Error('is gone');
  say(`worker: serves ${item}`);
}

async function work() {
  for await (const [item] of on(parentPort!, 'message')) {
    if (item === END) break;
    try {
      serve(item);
    } catch (error) {
      void error;
    }
  }
  say('worker: ends');
}

if (isMainThread) {
  const worker = new Worker(import.meta.filename);
  for (const item of ['ann', 'bob', 'cid', END]) worker.postMessage(item);
  await once(worker, 'exit');
  say('main: closes');
} else {
  await work();
}
