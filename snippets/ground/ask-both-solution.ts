// Main asks two servers, of which the second takes longer.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(name: string, ms: number) {
  console.log(`${name}: is asked`);
  await sleep(ms);
  console.log(`${name}: has answered`);
  return name;
}

const answers = await Promise.all([ask('a', 10), ask('b', 20)]);
console.log(`main: has ${answers.length} answers`);
