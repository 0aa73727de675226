// An answer after 10 ms and a limit of 20 ms have both come due.
import { setTimeout as sleep } from 'node:timers/promises';

function compute(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const stop = new AbortController();
const answer = sleep(10, 'answer', { signal: stop.signal });
setTimeout(() => stop.abort(), 20); // the limit
compute(100); // both fall due meanwhile
try {
  console.log(`main: has the ${await answer}`);
} catch {
  console.log('main: too late');
}
