// A coroutine, a thread and a process each say where they run.
// needs: threads, processes
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { threadId, Worker, workerData } from 'node:worker_threads';

function say(name: string, pid: number, thread: number) {
  const sameProcess = process.pid === pid;
  const sameThread = sameProcess && threadId === thread;
  const word = (same: boolean) => (same ? 'same' : 'other');
  const where = `${word(sameProcess)} process, ${word(sameThread)} thread`;
  writeSync(1, `${name}: ${where}\n`);
}

async function coroutine() {
  say('coroutine', process.pid, threadId);
}

if (workerData) {
  say('thread', workerData.pid, workerData.threadId);
} else if (process.argv[2]) {
  say('process', Number(process.argv[2]), threadId);
} else {
  await coroutine();
  const me = { pid: process.pid, threadId };
  const thread = new Worker(import.meta.filename, { workerData: me });
  await once(thread, 'exit');
  await once(fork(import.meta.filename, [String(me.pid)]), 'exit');
}
