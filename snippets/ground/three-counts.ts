// A coroutine, a thread and a process each add 1 to a count.
// needs: threads, processes
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';

const isChild = process.argv[2] === 'child';
let count = 0;

async function add() {
  count += 1;
}

if (!isMainThread || isChild) {
  await add();
} else {
  await add();
  console.log(`main: ${count} after the coroutine`);
  await once(new Worker(import.meta.filename), 'exit');
  console.log(`main: ${count} after the thread`);
  await once(fork(import.meta.filename, ['child']), 'exit');
  console.log(`main: ${count} after the process`);
}
