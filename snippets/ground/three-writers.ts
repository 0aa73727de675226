// Three threads send two lines each to main, which prints them.
// needs: threads
import { once } from 'node:events';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

function write(name: string) {
  parentPort!.postMessage(`${name}1`);
  parentPort!.postMessage(`${name}2`);
}

function start(name: string) {
  const data = { workerData: name };
  const thread = new Worker(import.meta.filename, data);
  thread.on('message', (line) => console.log(line));
  return once(thread, 'exit');
}

if (isMainThread) {
  console.log('main: starts');
  await Promise.all([start('a'), start('b'), start('c')]);
  console.log('main: has all');
} else {
  write(workerData);
}
