// A thread puts four items into a queue, and main takes them.
// needs: threads
import { on } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const END = null;

function produce() {
  for (const item of ['ann', 'bob', END, 'cid']) {
    parentPort!.postMessage(item);
  }
}

if (isMainThread) {
  const producer = new Worker(import.meta.filename);
  for await (const [item] of on(producer, 'message')) {
    if (item === END) break;
    console.log(`main: serves ${item}`);
  }
  console.log('main: closes');
} else {
  produce();
}
