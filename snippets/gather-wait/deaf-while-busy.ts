// A time limit of 50 ms on work that computes for 150 ms.
import { setTimeout as sleep } from 'node:timers/promises';

function compute(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

async function job(signal: AbortSignal) {
  console.log('job: computing');
  compute(150);
  console.log('job: computed, nobody stopped it');
  await sleep(50, undefined, { signal });
  console.log('job: end');
}

try {
  await job(AbortSignal.timeout(50));
} catch {
  console.log('main: stopped at the first await');
}
