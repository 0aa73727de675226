// Three downloads at a time, results in the order of the list.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
  return name;
}

const results: string[] = [];
const keep = (name: string) => results.push(name);
await Promise.all([
  download('ant', 60).then(keep),
  download('bee', 55).then(keep),
  download('cat', 50).then(keep),
]);
console.log(`main: ${results.join(' ')}`);
