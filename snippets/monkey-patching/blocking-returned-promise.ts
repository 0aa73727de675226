// Two downloads call a sleep that returns at once.
const never = new Int32Array(new SharedArrayBuffer(4));
const time = {
  sleep: (ms: number): unknown => Atomics.wait(never, 0, 0, ms),
};

function download(name: string) {
  console.log(`${name}: start`);
  time.sleep(60);
  console.log(`${name}: end`);
}

const sleeps: Promise<void>[] = [];

time.sleep = (ms) => {
  const waiting = new Promise<void>((wake) => setTimeout(wake, ms));
  const sleep = waiting.then(() => console.log('sleep: over'));
  sleeps.push(sleep);
  return sleep;
};

download('a');
download('b');
console.log('main: downloaded');
await Promise.all(sleeps);
