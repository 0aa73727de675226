// The same three; the count is in bytes that threads share.
// needs: threads, processes
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const isMain = isMainThread && process.argv[2] !== 'child';
const bytes: SharedArrayBuffer = workerData ?? new SharedArrayBuffer(4);
const count = new Int32Array(bytes);

async function add() {
  Atomics.add(count, 0, 1);
}

await add();
if (isMain) {
  console.log(`main: ${count[0]} after the coroutine`);
  const data = { workerData: bytes };
  await once(new Worker(import.meta.filename, data), 'exit');
  console.log(`main: ${count[0]} after the thread`);
  await once(fork(import.meta.filename, ['child']), 'exit');
  console.log(`main: ${count[0]} after the process`);
}
