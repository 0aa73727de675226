// Two tasks that only sleep do not talk: the answers run ahead.
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(pause: number) {
  for (let n = 1; n <= 3; n++) {
    console.log(`question ${n}`);
    await sleep(pause);
  }
}

async function answer(pause: number) {
  for (let n = 1; n <= 3; n++) {
    console.log(`answer ${n}`);
    await sleep(pause);
  }
}

await Promise.all([ask(200), answer(60)]);
console.log('end');
