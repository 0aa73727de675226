// A computation of a minute under a time limit of 50 ms.
import { setImmediate as othersRun } from 'node:timers/promises';

async function compute(ms: number, limit: AbortSignal) {
  const end = performance.now() + ms;
  for (let round = 1; performance.now() < end; round++) {
    if (round % 100 !== 0) continue;
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
