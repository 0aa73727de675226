// A second thread is started when the first has ended.
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
  await start('a');
  await start('b');
  console.log('main: has all');
} else {
  write(workerData);
}
