// A child computes for ever, and main ends it.
// needs: processes
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

function work() {
  process.send!('begun');
  for (;;);
}

if (process.argv[2] === 'child') {
  work();
} else {
  const child = fork(import.meta.filename, ['child']);
  const ended = once(child, 'exit');
  await once(child, 'message');
  await Promise.race([ended, sleep(50)]);
  console.log(`main: is it alive? ${child.exitCode ?? 'yes'}`);
  child.kill('SIGTERM');
  const [, signal] = await ended;
  console.log(`main: ended by ${signal}`);
}
