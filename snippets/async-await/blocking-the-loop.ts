// A blocking wait stops the heart; an awaited wait does not.
import { setTimeout as sleep } from 'node:timers/promises';

function block(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function heart() {
  for (const beat of [1, 2]) {
    await sleep(50);
    console.log(`heart: beat ${beat}`);
  }
}

console.log('blocking');
const first = heart();
console.log('report: starts');
block(200);
console.log('report: ends');
await first;

console.log('awaiting');
const second = heart();
console.log('report: starts');
await sleep(200);
console.log('report: ends');
await second;
