// A thread does something once a minute, until main asks it to stop.
// needs: threads
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [BEGUN, STOP] = [0, 1];
const say = (line: string) => writeSync(1, `${line}\n`);
const save = () => {}; // stands for a save that prints nothing

function set(cells: Int32Array, event: number) {
  Atomics.store(cells, event, 1);
  Atomics.notify(cells, event);
}

function work(cells: Int32Array) {
  say('thread: begins');
  set(cells, BEGUN);
  do {
    save();
  } while (Atomics.wait(cells, STOP, 0, 60_000) === 'timed-out');
  say('thread: stops');
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const data = { workerData: cells };
  const thread = new Worker(import.meta.filename, data);
  say('main: asks it to stop');
  set(cells, STOP);
  await once(thread, 'exit');
  say('main: goes on');
} else {
  work(workerData);
}
