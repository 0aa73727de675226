// A count that Workers share must lie in shared memory.
// needs: threads
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const print = (line: string) => writeSync(1, `${line}\n`);
const newCell = () => new Int32Array(new SharedArrayBuffer(4));
const pause = (ms: number) => void Atomics.wait(newCell(), 0, 0, ms);
const time = { sleep: pause };
let own = 0;
const shared: Int32Array = workerData?.shared ?? newCell();

function download(name: string, ms: number) {
  print(`${name}: start`);
  time.sleep(ms);
  print(`${name}: end`);
  own += 1;
  Atomics.add(shared, 0, 1);
}

const [RUN, ENDED] = [-1, -2];
function say(cell: Int32Array, word: number) {
  Atomics.store(cell, 0, word);
  Atomics.notify(cell, 0);
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
    say(cell, RUN);
    Atomics.wait(cell, 0, RUN);
    const wish = Atomics.load(cell, 0);
    if (wish !== ENDED) due.push({ at: now + wish, cell });
  }
}

if (isMainThread) {
  joinall([spawn('a', 120), spawn('b', 60)]);
  print(`main: counted ${own} in its own variable`);
  print(`main: counted ${Atomics.load(shared, 0)} in shared memory`);
} else {
  const { cell, name, ms } = workerData;
  time.sleep = (wish) => {
    say(cell, wish);
    Atomics.wait(cell, 0, wish);
  };
  Atomics.wait(cell, 0, 0);
  download(name, ms);
  say(cell, ENDED);
}
