// The process need not wait for the thread.
// needs: threads
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [BEGUN, STOP] = [0, 1];
const say = (line: string) => writeSync(1, `${line}\n`);

function set(cells: Int32Array, event: number) {
  Atomics.store(cells, event, 1);
  Atomics.notify(cells, event);
}

function work(cells: Int32Array) {
  try {
    say('thread: begins');
    set(cells, BEGUN);
    Atomics.wait(cells, STOP, 0);
  } finally {
    say('thread: cleans up');
  }
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  new Worker(import.meta.filename, { workerData: cells }).unref();
  Atomics.wait(cells, BEGUN, 0);
  say('main: ends');
} else {
  work(workerData);
}
