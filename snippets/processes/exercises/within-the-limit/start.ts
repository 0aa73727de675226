// Main gives two children a time limit each.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

async function work(name: string) {
  if (name === 'stuck') await once(process, 'message');
}

async function limited(name: string, _ms: number) {
  const child = fork(import.meta.filename, [name]);
  const ended = once(child, 'exit');
  child.kill('SIGTERM'); // your lines
  await ended;
  console.log(`${name}: stopped`);
}

const name = process.argv[2];
if (name) {
  await work(name);
} else {
  await limited('quick', 60_000);
  await limited('stuck', 100);
}
