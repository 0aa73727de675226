// Main gives two children a time limit each.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

async function work(name: string) {
  if (name === 'stuck') await once(process, 'message');
}

async function limited(name: string, ms: number) {
  const child = fork(import.meta.filename, [name]);
  const ended = once(child, 'exit');
  const limit = sleep(ms, 'late', { ref: false });
  if ((await Promise.race([ended, limit])) === 'late') {
    child.kill('SIGTERM');
    await ended;
    console.log(`${name}: stopped`);
  } else {
    console.log(`${name}: in time`);
  }
}

const name = process.argv[2];
if (name) {
  await work(name);
} else {
  await limited('quick', 60_000);
  await limited('stuck', 100);
}
