// Two threads read a number, work, and write it back, under a lock.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [TOTAL, LOCK, NEVER, SEEN] = [0, 1, 2, 3];

function withLock(cells: Int32Array, work: () => void) {
  while (Atomics.compareExchange(cells, LOCK, 0, 1) !== 0) {
    Atomics.wait(cells, LOCK, 1);
  }
  try {
    work();
  } finally {
    Atomics.store(cells, LOCK, 0);
    Atomics.notify(cells, LOCK, 1);
  }
}

function count(cells: Int32Array, name: number) {
  withLock(cells, () => {
    const before = Atomics.load(cells, TOTAL);
    Atomics.wait(cells, NEVER, 0, 1); // stands for some work
    Atomics.store(cells, TOTAL, before + 1);
    cells[SEEN + name] = before;
  });
}

function start(workerData: object) {
  return new Worker(import.meta.filename, { workerData });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(20));
  const threads = [0, 1].map((name) => start({ cells, name }));
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  console.log(`a read ${cells[SEEN]}`);
  console.log(`b read ${cells[SEEN + 1]}`);
  console.log(`total: ${cells[TOTAL]}`);
} else {
  count(workerData.cells, workerData.name);
}
