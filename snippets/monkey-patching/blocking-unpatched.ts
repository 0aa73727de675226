// Without the patch each download sleeps while it has the turn.
// needs: threads
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const print = (line: string) => writeSync(1, `${line}\n`);
const newCell = () => new Int32Array(new SharedArrayBuffer(4));
const pause = (ms: number) => void Atomics.wait(newCell(), 0, 0, ms);
const time = { sleep: pause };

function download(name: string, ms: number) {
  print(`${name}: start`);
  time.sleep(ms);
  print(`${name}: end`);
}

// A cell says RUN while its greenlet has the turn, else the ms to wait.
const [RUN, ENDED] = [-1, -2];
function say(cell: Int32Array, word: number) {
  Atomics.store(cell, 0, word);
  Atomics.notify(cell, 0);
}

function spawn(name: string, ms: number) {
  const cell = newCell();
  new Worker(import.meta.filename, { workerData: { cell, name, ms } });
  return { at: 0, cell };
}

function joinall(due: { at: number; cell: Int32Array }[]) {
  for (let now = 0; due.length > 0;) {
    due.sort((left, right) => left.at - right.at);
    const { at, cell } = due.shift()!;
    pause(at - now);
    now = at;
    say(cell, RUN);
    Atomics.wait(cell, 0, RUN);
    const wish = Atomics.load(cell, 0);
    if (wish !== ENDED) due.push({ at: now + wish, cell });
  }
}

// #region program
if (isMainThread) {
  print('main: start');
  const jobs = [spawn('a', 180), spawn('b', 60), spawn('c', 120)];
  print('main: spawned');
  joinall(jobs);
  print('main: end');
} else {
  const { cell, name, ms } = workerData;
  Atomics.wait(cell, 0, 0);
  download(name, ms);
  say(cell, ENDED);
}
// #endregion
