// One call fails while main awaits another one.
import { setTimeout as sleep } from 'node:timers/promises';

async function download(name: string) {
  console.log(`${name}: starts`);
  await sleep(50);
  console.log(`${name}: ends`);
}

async function refuse(name: string) {
  console.log(`${name}: starts`);
  throw new Error(`${name}: no answer`);
}

const good = download('good');
const bad = refuse('bad');
try {
  await good;
  await bad;
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
console.log('main: ends');
