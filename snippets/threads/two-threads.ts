// Main starts two threads, asks both to stop, and waits for their ends.
// needs: threads
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [BEGUN, STOP] = [0, 2]; // b has begun: cell 1
const say = (line: string) => writeSync(1, `${line}\n`);

function set(cells: Int32Array, event: number) {
  Atomics.store(cells, event, 1);
  Atomics.notify(cells, event);
}

function work(cells: Int32Array, number: number) {
  const name = 'ab'[number];
  say(`${name}: begins`);
  set(cells, BEGUN + number);
  Atomics.wait(cells, STOP, 0);
  say(`${name}: stops`);
}

function start(workerData: object) {
  return new Worker(import.meta.filename, { workerData });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(12));
  say('main: starts two threads');
  const threads = [0, 1].map((number) => start({ cells, number }));
  for (const number of [0, 1]) Atomics.wait(cells, BEGUN + number, 0);
  say('main: asks both to stop');
  set(cells, STOP);
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  say('main: goes on');
} else {
  work(workerData.cells, workerData.number);
}
