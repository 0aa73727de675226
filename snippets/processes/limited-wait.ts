// Main waits 50 ms for a job, and then for its thread.
// needs: threads
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [BEGUN, STOP] = [0, 1];
const say = (line: string) => writeSync(1, `${line}\n`);

function set(cells: Int32Array, event: number) {
  Atomics.store(cells, event, 1);
  Atomics.notify(cells, event);
}

function work(cells: Int32Array) {
  say('job: begins');
  set(cells, BEGUN);
  Atomics.wait(cells, STOP, 0);
  say('job: ends');
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const data = { workerData: cells };
  const ended = once(new Worker(import.meta.filename, data), 'exit');
  Atomics.wait(cells, BEGUN, 0);
  const pending = await Promise.race([ended, sleep(50, '1 job pending')]);
  say(`main: ${pending}`);
  set(cells, STOP);
  await ended;
  say('main: goes on');
} else {
  work(workerData);
}
