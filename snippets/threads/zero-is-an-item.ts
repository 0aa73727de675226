// Main adds prices until an item counts as false.
// needs: threads
import { on } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const END = null;

function produce() {
  for (const item of [3, 0, 5, END]) {
    parentPort!.postMessage(item);
  }
}

if (isMainThread) {
  const producer = new Worker(import.meta.filename);
  let sum = 0;
  for await (const [price] of on(producer, 'message')) {
    if (!price) break;
    console.log(`main: adds ${price}`);
    sum += price;
  }
  console.log(`main: the sum is ${sum}`);
} else {
  produce();
}
