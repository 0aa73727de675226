// Three downloads, one after the other.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
  return name;
}

const results = [
  await download('ant', 60),
  await download('bee', 55),
  await download('cat', 50),
];
console.log(`main: ${results.join(' ')}`);
