// The sum of ten numbers, computed by Workers in chunks of four.
// needs: threads
import { once } from 'node:events';
import { isMainThread, parentPort } from 'node:worker_threads';
import { Worker, workerData } from 'node:worker_threads';

const add = (a: number, b: number) => a + b;

function chunks(numbers: number[], size: number) {
  const parts: number[][] = [];
  for (let start = 0; start + size <= numbers.length; start += size) {
    parts.push(numbers.slice(start, start + size));
  }
  return parts;
}

async function sumOf(workerData: number[]): Promise<number> {
  const worker = new Worker(import.meta.filename, { workerData });
  const [sum] = await once(worker, 'message');
  return sum;
}

if (isMainThread) {
  const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
  const sums = await Promise.all(chunks(numbers, 4).map(sumOf));
  for (const [i, part] of sums.entries()) {
    console.log(`chunk ${i + 1}: ${part}`);
  }
  console.log(`total: ${sums.reduce(add, 0)}`);
} else {
  parentPort!.postMessage(workerData.reduce(add, 0));
}
