// Main calls an async function, does something else, and awaits.
import { setTimeout as sleep } from 'node:timers/promises';

async function brew() {
  console.log('tea: starts');
  await null;
  console.log('tea: goes on');
  return 'tea is ready';
}

console.log('main: calls');
const tea = brew();
console.log('main: has called');
await sleep(20);
console.log('main: has slept');
console.log(`main: ${await tea}`);
