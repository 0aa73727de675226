// A client asks a server, three times at most.
import { setTimeout as sleep } from 'node:timers/promises';

// the server refuses call 1 and does not answer call 2
async function ask(attempt: number, signal: AbortSignal) {
  console.log(`client: try ${attempt}`);
  if (attempt === 1) throw new Error('refused');
  if (attempt === 2) await sleep(60_000, undefined, { signal });
  return 'the answer';
}

async function retry(attempts: number) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(attempt, AbortSignal.timeout(50));
    } catch (error) {
      console.log(`client: try ${attempt} fails`);
      if (attempt === attempts) throw error;
    }
  }
}

console.log(`main: ${await retry(3)}`);
