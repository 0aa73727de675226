// Two threads need the same two locks, in opposite order.
// needs: threads
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [STATE, NOBODY] = [2, 4]; // before them, the two locks
const held = ['holds ann, waits for bob', 'holds bob, waits for ann'];
const states = ['not begun', ...held, 'has paid'];

function withLock(cells: Int32Array, lock: number, work: () => void) {
  while (Atomics.compareExchange(cells, lock, 0, 1) !== 0) {
    Atomics.wait(cells, lock, 1);
  }
  work();
  Atomics.store(cells, lock, 0);
  Atomics.notify(cells, lock, 1);
}

function pay(cells: Int32Array, payer: number, payee: number) {
  const [first, second] = [payer, payee];
  withLock(cells, first, () => {
    Atomics.store(cells, STATE + payer, 1 + first);
    Atomics.wait(cells, NOBODY, 0, 1); // stands for some work
    withLock(cells, second, () => {
      Atomics.store(cells, STATE + payer, 3);
    });
  });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(20));
  const state = (n: number) => states[Atomics.load(cells, STATE + n)]!;
  const names = [0, 1, 0]; // ann still when bob is seen
  const everyone = (begins: string) =>
    names.every((name) => state(name).startsWith(begins));
  for (const payer of [0, 1]) {
    new Worker(import.meta.filename, { workerData: { cells, payer } });
  }
  while (!everyone('has paid') && !everyone('holds')) await sleep(10);
  console.log(`ann: ${state(0)}\nbob: ${state(1)}`);
  process.exit();
} else {
  pay(workerData.cells, workerData.payer, 1 - workerData.payer);
}
