// Two coroutines say in which thread they run.
// needs: threads
import { once } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';

async function coroutine(name: string) {
  const where = isMainThread ? 'the main' : 'another';
  console.log(`${name}: in ${where} thread`);
}

async function work() {
  await coroutine('second');
}

if (isMainThread) {
  await coroutine('first');
  await once(new Worker(import.meta.filename), 'exit');
} else {
  await work();
}
