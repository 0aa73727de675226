// The same downloads, but a is the fastest as a rule.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(page: string, latency: number) {
  console.log(`${page}: asked`);
  await sleep(latency); // stands for the network
  console.log(`${page}: answered`);
  return page.toUpperCase();
}

const results = await Promise.all([
  download('a', 350),
  download('b', 400),
  download('c', 450),
]);
console.log(`results: ${results.join(' ')}`);
