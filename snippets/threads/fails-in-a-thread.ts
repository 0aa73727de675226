// A thread fails, and main waits for its end.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';

function work() {
  throw new Error('no disk');
}

if (isMainThread) {
  const thread = new Worker(import.meta.filename);
  try {
    await once(thread, 'exit');
    console.log('main: has waited');
  } catch (error) {
    console.log(`main: caught ${(error as Error).message}`);
  }
} else {
  work();
}
