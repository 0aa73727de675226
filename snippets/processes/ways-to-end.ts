// Five children end in five ways, one after the other.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';

async function work(way: string) {
  if (way === 'exits') process.exit(3);
  if (way === 'throws') throw new Error('no disk');
  if (way === 'waits') await once(process, 'message');
}

async function end(way: string, signal?: NodeJS.Signals) {
  const child = fork(import.meta.filename, [way], {
    stdio: ['inherit', 'inherit', 'ignore', 'ipc'], // drops stderr
  });
  if (signal) child.kill(signal);
  const [code, by] = await once(child, 'exit');
  console.log(`${way}: code ${code}, signal ${by}`);
}

const way = process.argv[2];
if (way) {
  await work(way);
} else {
  await end('returns');
  await end('exits');
  await end('throws');
  await end('waits', 'SIGTERM');
  await end('waits', 'SIGKILL');
}
