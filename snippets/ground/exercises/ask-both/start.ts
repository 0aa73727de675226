// Main asks two servers, of which the second takes longer.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(name: string, ms: number) {
  console.log(`${name}: is asked`);
  await sleep(ms);
  console.log(`${name}: has answered`);
  return name;
}

const answers = [await ask('a', 10), await ask('b', 20)]; // your lines
console.log(`main: has ${answers.length} answers`);
