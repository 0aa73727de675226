// Two downloads count how many have ended, in two kinds of variable.
// needs: threads
import { isMainThread, Worker, workerData } from 'node:worker_threads';

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
  const data = { cell, shared, name, ms };
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

let own = 0;
const shared: Int32Array = workerData?.shared ?? newCell();

function download(name: string, ms: number) {
  time.sleep(ms);
  own += 1;
  Atomics.add(shared, 0, 1);
}

if (isMainThread) {
  joinall([spawn('a', 20), spawn('b', 10)]);
  console.log(`main: counted ${own} in its own variable`);
  console.log(`main: counted ${shared[0]} in shared memory`);
} else {
  const { cell, name, ms } = workerData;
  time.sleep = (wish) => void say(cell, wish);
  Atomics.wait(cell, 0, 0);
  download(name, ms);
  say(cell, ENDED);
}
