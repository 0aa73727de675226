// Two threads put items into a queue, each with an END of its own.
// needs: threads
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const END = null;

function produce(name: string) {
  for (const item of [`${name}1`, `${name}2`, END]) {
    parentPort!.postMessage(item);
  }
}

if (isMainThread) {
  const all = Promise.withResolvers<void>();
  let ends = 0;
  const take = (item: string | null) => {
    if (item !== END) console.log(`main: serves ${item}`);
    else if (++ends === 2) all.resolve();
  };
  for (const workerData of ['a', 'b']) {
    new Worker(import.meta.filename, { workerData }).on('message', take);
  }
  await all.promise;
  console.log('main: closes');
} else {
  produce(workerData);
}
