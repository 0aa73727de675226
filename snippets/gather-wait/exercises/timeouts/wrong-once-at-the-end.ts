// Work in slices that gives way between them, under a time limit.
import { setTimeout as sleep } from 'node:timers/promises';

function compute(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

async function job(signal: AbortSignal) {
  console.log('job: computing in slices');
  for (let slice = 1; slice <= 20; slice += 1) {
    compute(20);
  }
  console.log('job: all slices');
  await sleep(0, undefined, { signal });
  console.log('job: end');
}

try {
  await job(AbortSignal.timeout(50));
} catch {
  console.log('main: stopped between two slices');
}
