// Start all, then wait for one after the other.
import { setTimeout as sleep } from 'node:timers/promises';

async function all<T>(promises: Promise<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const promise of promises) results.push(await promise);
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
