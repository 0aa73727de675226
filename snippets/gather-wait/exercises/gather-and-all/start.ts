// Three jobs that run at the same time, and one function that waits for all.
import { setTimeout as sleep } from 'node:timers/promises';

async function all<T>(promises: Promise<T>[]): Promise<T[]> {
  return []; // your lines
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
