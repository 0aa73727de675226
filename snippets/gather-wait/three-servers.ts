// Three downloads at once, and one list of results.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(page: string, latency: number) {
  console.log(`${page}: asked`);
  await sleep(latency); // stands for the network
  console.log(`${page}: answered`);
  return page.toUpperCase();
}

const results = await Promise.all([
  download('a', 500),
  download('b', 400),
  download('c', 450),
]);
console.log(`results: ${results.join(' ')}`);
