// Nothing awaits the call of save.
import { setTimeout as sleep } from 'node:timers/promises';

async function save(name: string) {
  console.log(`save: ${name} starts`);
  await sleep(10);
  console.log(`save: ${name} ends`);
}

console.log('main: starts');
save('draft');
console.log('main: has called save');
await sleep(100);
console.log('main: ends');
