// Main comes to the end of its file while a thread waits for it.
// needs: threads
import { once } from 'node:events';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

async function work() {
  await once(parentPort!, 'message');
  console.log('thread: works');
}

if (isMainThread) {
  const thread = new Worker(import.meta.filename);
  console.log('main: last line of the file');
  thread.postMessage('go');
} else {
  await work();
}
