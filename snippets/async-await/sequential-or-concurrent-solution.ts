// Three downloads together; results in the order of the question.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
  return name;
}

const ant = download('ant', 60);
const bee = download('bee', 55);
const cat = download('cat', 50);

const results: string[] = [];
for (const page of [ant, bee, cat]) results.push(await page);
console.log(`main: ${results.join(' ')}`);
