// Two tasks print in turns and sleep equally long.
import { setTimeout as sleep } from 'node:timers/promises';

async function speak(what: string) {
  for (const n of [1, 2]) {
    console.log(`${what} ${n}`);
    await sleep(50);
  }
}

const asking = speak('question');
const answering = speak('answer');
await asking;
await answering;
console.log('end');
