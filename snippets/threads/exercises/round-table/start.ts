// Three guests at a round table, and three forks that nobody takes.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [EATEN, NEVER] = [3, 4]; // before them, the three forks

function withFork(cells: Int32Array, fork: number, work: () => void) {
  while (Atomics.compareExchange(cells, fork, 0, 1) !== 0) {
    Atomics.wait(cells, fork, 1);
  }
  try {
    work();
  } finally {
    Atomics.store(cells, fork, 0);
    Atomics.notify(cells, fork, 1);
  }
}

function eat(cells: Int32Array, seat: number) {
  const [left, right] = [seat, (seat + 1) % 3];
  Atomics.wait(cells, NEVER, 0, 1); // a word to the neighbour
  void [left, right, EATEN, withFork]; // your lines
}

function start(workerData: object) {
  return new Worker(import.meta.filename, { workerData });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(20));
  const guests = [0, 1, 2].map((seat) => start({ cells, seat }));
  await Promise.all(guests.map((guest) => once(guest, 'exit')));
  console.log(`guests that have eaten: ${cells[EATEN]}`);
} else {
  eat(workerData.cells, workerData.seat);
}
