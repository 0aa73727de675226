// A payment waits for a lock with a time limit; main holds the lock.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [LOCK, PAID] = [0, 1];

function pay(cells: Int32Array) {
  if (Atomics.compareExchange(cells, LOCK, 0, 1) !== 0) {
    Atomics.wait(cells, LOCK, 1, 20);
  }
  Atomics.store(cells, PAID, 1);
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  Atomics.store(cells, LOCK, 1);
  console.log('main: is inside');
  const thread = new Worker(import.meta.filename, { workerData: cells });
  await once(thread, 'exit');
  if (cells[PAID] === 1) console.log('payment: is inside');
  console.log('main: leaves');
  Atomics.store(cells, LOCK, 0);
} else {
  pay(workerData);
}
