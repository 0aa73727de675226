// A group: the first failure stops the siblings, and all have ended.
import { setTimeout as sleep } from 'node:timers/promises';

type Job = (signal: AbortSignal) => Promise<void>;

async function group(...jobs: Job[]) {
  const stop = new AbortController();
  let first: unknown;
  const guarded = jobs.map(async (job) => {
    try {
      await job(stop.signal);
    } catch (error) {
      first ??= error;
      stop.abort();
    }
  });
  await Promise.all(guarded);
  if (first) throw first;
}

async function save(signal: AbortSignal) {
  try {
    await sleep(150, undefined, { signal });
    console.log('save: saved');
  } finally {
    if (signal.aborted) console.log('save: stopped');
  }
}

async function check() {
  await sleep(50);
  throw new Error('check failed');
}

await group(save, check).catch((error: Error) => {
  console.log(`main: ${error.message}`);
});
console.log('main: connection closed');
