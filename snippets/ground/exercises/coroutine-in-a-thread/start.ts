// Two coroutines say in which thread they run.
// needs: threads
import { isMainThread } from 'node:worker_threads';

async function coroutine(name: string) {
  const where = isMainThread ? 'the main' : 'another';
  console.log(`${name}: in ${where} thread`);
}

async function work() {
  await coroutine('second');
}

await coroutine('first');
await work(); // your lines
