// Main leaves the block of a Worker while it is working.
// needs: threads
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

const say = (line: string) => writeSync(1, `${line}\n`);
let end = 'has not ended';

async function work() {
  say('pool: begins');
  parentPort!.postMessage('begun');
  await once(parentPort!, 'message');
  say('pool: ends');
  parentPort!.postMessage('ended');
}

if (isMainThread) {
  {
    await using worker = new Worker(import.meta.filename);
    worker.on('message', (message) => {
      if (message === 'ended') end = 'has ended';
    });
    await once(worker, 'message');
    say('main: leaves');
  }
  say(`main: has left, the job ${end}`);
} else {
  await work();
}
