// Three downloads block in a function that has been replaced.
// needs: threads
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const print = (line: string) => writeSync(1, `${line}\n`);
const newCell = () => new Int32Array(new SharedArrayBuffer(4));
const pause = (ms: number) => void Atomics.wait(newCell(), 0, 0, ms);
const time = { sleep: pause };

// A cell says RUN while its thread has the turn, else the ms to wait.
const [RUN, ENDED] = [-1, -2];
function say(cell: Int32Array, word: number) {
  Atomics.store(cell, 0, word);
  Atomics.notify(cell, 0);
  if (word === ENDED) return word;
  while (Atomics.load(cell, 0) === word) Atomics.wait(cell, 0, word);
  return Atomics.load(cell, 0);
}

function spawn(name: string, ms: number) {
  const cell = newCell();
  const data = { cell, name, ms };
  new Worker(import.meta.filename, { workerData: data });
  return { at: 0, cell };
}

function joinall(due: { at: number; cell: Int32Array }[]) {
  for (let now = 0; due.length > 0;) {
    due.sort((left, right) => left.at - right.at);
    const { at, cell } = due.shift()!;
    pause(at - now);
    now = at;
    const wish = say(cell, RUN);
    if (wish !== ENDED) due.push({ at: now + wish, cell });
  }
}

// #region program
function download(name: string, ms: number) {
  print(`${name}: starts`);
  time.sleep(ms);
  print(`${name}: ends`);
}

if (isMainThread) {
  const jobs = [spawn('a', 60), spawn('b', 50), spawn('c', 55)];
  print('main: has spawned');
  joinall(jobs);
  print('main: ends');
} else {
  const { cell, name, ms } = workerData;
  time.sleep = (wish) => void say(cell, wish);
  Atomics.wait(cell, 0, 0);
  download(name, ms);
  say(cell, ENDED);
}
// #endregion
