// A client asks a server, three times at most, under one time limit.
import { setTimeout as sleep } from 'node:timers/promises';

// the server refuses call 1 and does not answer call 2
async function ask(attempt: number, signal: AbortSignal) {
  console.log(`client: try ${attempt}`);
  if (attempt === 1) throw new Error('refused');
  if (attempt === 2) await sleep(60_000, undefined, { signal });
  return 'the answer';
}

async function retry(attempts: number, signal: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(attempt, signal);
    } catch (error) {
      console.log(`client: try ${attempt} fails`);
      if (attempt === attempts) throw error;
    }
  }
}

try {
  console.log(`main: ${await retry(3, AbortSignal.timeout(50))}`);
} catch {
  console.log('main: gives up');
}
