// Two threads read a number, work, and write it back.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [TOTAL, NEVER, SEEN] = [0, 1, 2];

function count(cells: Int32Array, name: number) {
  const before = Atomics.load(cells, TOTAL);
  Atomics.wait(cells, NEVER, 0, 1); // stands for some work
  Atomics.store(cells, TOTAL, before + 1);
  cells[SEEN + name] = before;
}

function start(workerData: object) {
  return new Worker(import.meta.filename, { workerData });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(16));
  const threads = [0, 1].map((name) => start({ cells, name }));
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  console.log(`a read ${cells[SEEN]}`);
  console.log(`b read ${cells[SEEN + 1]}`);
  console.log(`total: ${cells[TOTAL]}`);
} else {
  count(workerData.cells, workerData.name);
}
