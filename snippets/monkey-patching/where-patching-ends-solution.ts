// With a switch point in each round the time limit gets its turn.
import { setImmediate as othersRun } from 'node:timers/promises';

async function compute(ms: number, limit: AbortSignal) {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    await othersRun();
    limit.throwIfAborted();
  }
}

setImmediate(() => console.log('other: runs'));
console.log('computation: start');
try {
  await compute(60_000, AbortSignal.timeout(50));
  console.log('computation: end');
} catch {
  console.log('time limit: fired');
}
