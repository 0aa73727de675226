// A child gives a job that never ends to a Worker, and leaves it.
// needs: processes, threads
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker } from 'node:worker_threads';

function work() {
  new Worker(import.meta.filename);
  process.send!('my last line');
}

if (!isMainThread) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
} else if (process.argv[2] === 'child') {
  work();
} else {
  const child = fork(import.meta.filename, ['child']);
  const ended = once(child, 'exit');
  const [message] = await once(child, 'message');
  console.log(`child: ${message}`);
  await Promise.race([ended, sleep(100)]);
  console.log(`main: is it alive? ${child.exitCode ?? 'yes'}`);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  console.log(`main: ended by ${signal}`);
}
