// Three downloads at a time, results in the order of the list.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
  return name;
}

const results = await Promise.all([
  download('ant', 60),
  download('bee', 55),
  download('cat', 50),
]);
console.log(`main: ${results.join(' ')}`);
