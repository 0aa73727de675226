// Two payments take the lock of the payer first.
// needs: threads
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const [NEVER, LENGTH, LOG] = [2, 3, 4]; // before them, the two locks
const names = ['ann', 'bob'];
const texts = ['holds ann', 'holds bob', 'has paid'];

function withLock(cells: Int32Array, lock: number, work: () => void) {
  while (Atomics.compareExchange(cells, lock, 0, 1) !== 0) {
    Atomics.wait(cells, lock, 1);
  }
  try {
    work();
  } finally {
    Atomics.store(cells, lock, 0);
    Atomics.notify(cells, lock, 1);
  }
}

function say(cells: Int32Array, payer: number, text: number) {
  const at = LOG + Atomics.add(cells, LENGTH, 1);
  Atomics.store(cells, at, 1 + 3 * payer + text); // not 0: it is there
  Atomics.notify(cells, at);
}

function hear(cells: Int32Array, at: number) {
  Atomics.wait(cells, at, 0);
  const said = Atomics.load(cells, at) - 1;
  return `${names[Math.trunc(said / 3)]}: ${texts[said % 3]}`;
}

function pay(cells: Int32Array, payer: number, payee: number) {
  const [first, second] = [payer, payee];
  withLock(cells, first, () => {
    say(cells, payer, first);
    Atomics.wait(cells, NEVER, 0, 1); // stands for some work
    withLock(cells, second, () => say(cells, payer, 2));
  });
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(32));
  for (const payer of [0, 1]) {
    new Worker(import.meta.filename, { workerData: { cells, payer } }).unref();
  }
  const lines = [hear(cells, LOG), hear(cells, LOG + 1)];
  if (lines[1]!.includes('holds')) lines.push('main: both are stuck');
  else lines.push(hear(cells, LOG + 2), hear(cells, LOG + 3));
  console.log(lines.join('\n'));
} else {
  pay(workerData.cells, workerData.payer, 1 - workerData.payer);
}
