// The end of a queue is an object, compared by identity.
// needs: threads
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const END = {};

if (isMainThread) {
  const producer = new Worker(import.meta.filename);
  const [item] = await once(producer, 'message');
  console.log(`main: that is END: ${item === END ? 'yes' : 'no'}`);
} else {
  parentPort!.postMessage(END);
}
