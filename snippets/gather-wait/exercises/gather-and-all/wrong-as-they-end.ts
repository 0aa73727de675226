// Start all, then wait for one after the other.
import { setTimeout as sleep } from 'node:timers/promises';

async function all<T>(promises: Promise<T>[]): Promise<T[]> {
  const results: T[] = [];
  const keep = (result: T) => void results.push(result);
  for (const promise of promises) void promise.then(keep);
  while (results.length < promises.length) await sleep(1);
  return results;
}

async function job(name: string, wait: number) {
  await sleep(wait);
  console.log(`${name}: end`);
  return name;
}

const jobs = [job('a', 500), job('b', 400), job('c', 450)];
const results = await all(jobs);
console.log(`results: ${results.join(' ')}`);
console.log(`of nothing: ${(await all([])).length} results`);
