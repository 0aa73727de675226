// Two time limits: one stops the waiting, the other stops the work.
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string, signal?: AbortSignal) {
  try {
    await sleep(150, undefined, { signal });
    console.log(`${name}: finished`);
  } finally {
    console.log(`${name}: cleaned up`);
  }
}

console.log('main: stop waiting');
const a = work('a');
const late = sleep(50, 'late');
const first = await Promise.race([a, late]);
console.log(first === 'late' ? 'main: a is late' : 'main: a is done');
await a;

console.log('main: stop the work');
const signal = AbortSignal.timeout(50);
try {
  await work('b', signal);
} catch {
  console.log(`main: b is stopped, ${signal.reason.name}`);
}
