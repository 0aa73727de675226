// Main has the call of an async function made later.
import { setTimeout as sleep } from 'node:timers/promises';

async function brew() {
  console.log('tea: starts');
  await null;
  console.log('tea: goes on');
  return 'tea is ready';
}

console.log('main: calls');
const tea = Promise.resolve().then(brew);
console.log('main: has called');
await sleep(20);
console.log('main: has slept');
console.log(`main: ${await tea}`);
