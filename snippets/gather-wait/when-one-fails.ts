// One of three jobs fails: who runs on, who is heard?
import { setTimeout as sleep } from 'node:timers/promises';

async function good(name: string, wait: number) {
  await sleep(wait);
  console.log(`${name}: done`);
  return name;
}

async function bad(name: string, wait: number): Promise<string> {
  await sleep(wait);
  console.log(`${name}: breaks`);
  throw new Error(`${name} broke`);
}

const jobs = () => [good('a', 250), bad('b', 50), bad('c', 150)];

console.log('main: all or nothing');
try {
  await Promise.all(jobs());
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
await sleep(300);

console.log('main: every end');
for (const end of await Promise.allSettled(jobs())) {
  const failed = end.status === 'rejected';
  const text = failed ? `error: ${end.reason.message}` : end.value;
  console.log(`- ${text}`);
}
