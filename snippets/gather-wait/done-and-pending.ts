// Stop waiting at the first that ends, look at all, wait for the rest.
import { setTimeout as sleep } from 'node:timers/promises';

async function job(name: string, wait: number) {
  await sleep(wait);
  if (name === 'b') throw new Error('b broke');
  return `${name} is fine`;
}

async function waitForFirst<T>(promises: Promise<T>[]) {
  const done = new Set<Promise<T>>();
  for (const promise of promises) {
    const mark = () => done.add(promise);
    promise.then(mark, mark);
  }
  await Promise.race(promises).catch(() => {});
  return done;
}

const jobs = [job('a', 350), job('b', 200), job('c', 50)];
const done = await waitForFirst(jobs);
for (const [index, promise] of jobs.entries()) {
  const state = done.has(promise) ? 'done' : 'pending';
  console.log(`job ${index}: ${state}`);
}

const settled = await Promise.allSettled(jobs);
for (const [index, end] of settled.entries()) {
  const failed = end.status === 'rejected';
  const text = failed ? `failed, ${end.reason.message}` : end.value;
  console.log(`job ${index}: ${text}`);
}
