// After the failure main cleans up, but a sibling is still at work.
import { setTimeout as sleep } from 'node:timers/promises';

const connection = { open: true };

async function save(wait: number) {
  await sleep(wait);
  const { open } = connection;
  console.log(open ? 'save: saved' : 'save: lost, no connection');
}

async function check(wait: number) {
  await sleep(wait);
  throw new Error('check failed');
}

try {
  await Promise.all([save(150), check(50)]);
} catch (error) {
  console.log(`main: ${(error as Error).message}`);
} finally {
  connection.open = false;
  console.log('main: connection closed');
}
await sleep(150);
console.log('main: end');
