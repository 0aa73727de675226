// Main ends, and what it has started goes on.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, ms: number) {
  console.log(`${name}: starts`);
  await sleep(ms);
  console.log(`${name}: ends`);
}

async function main() {
  void work('a', 60);
  void work('b', 50);
  await null;
  console.log('main: waits for the rest');
  console.log('main: ends');
}

console.log('program: starts');
await main();
console.log('program: after main');
