// Main asks two servers, of which the second takes longer.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(name: string, ms: number) {
  console.log(`${name}: is asked`);
  await sleep(ms);
  console.log(`${name}: has answered`);
  return name;
}

const answers: unknown[] = [];
for (const [name, ms] of [
  ['a', 10],
  ['b', 20],
] as const) {
  void ask(name, ms).then((answer) => answers.push(answer));
}
console.log(`main: has ${answers.length} answers`);
