// Two seats, three buyers.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [SEATS, SOLD, NEVER, LOCK] = [0, 1, 2, 3];

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

function buy(cells: Int32Array) {
  let isFree = false;
  withLock(cells, () => {
    isFree = cells[SEATS]! > 0;
  });
  if (!isFree) return;
  Atomics.wait(cells, NEVER, 0, 300); // stands for the payment
  withLock(cells, () => {
    cells[SEATS]! -= 1;
    cells[SOLD]! += 1;
  });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(16));
  cells[SEATS] = 2;
  const buyers = [1, 2, 3].map(
    () => new Worker(import.meta.filename, { workerData: cells }),
  );
  await Promise.all(buyers.map((buyer) => once(buyer, 'exit')));
  console.log(`sold: ${cells[SOLD]}`);
  console.log(`left: ${cells[SEATS]} seats`);
} else {
  buy(workerData);
}
