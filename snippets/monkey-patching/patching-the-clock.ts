// Two downloads wait for a minute and for half a minute.
async function download(name: string, seconds: number) {
  const began = Date.now();
  console.log(`${name}: starts`);
  await new Promise((wake) => setTimeout(wake, seconds * 1000));
  const took = (Date.now() - began) / 1000;
  console.log(`${name}: ends after ${took} s`);
}

let now = 0;
const due: { at: number; wake: () => void }[] = [];

function virtualTimeout(wake: () => void, ms: number) {
  due.push({ at: now + ms, wake });
}

const othersRun = () => new Promise((go) => setImmediate(go));

const real = { setTimeout, now: Date.now };
globalThis.setTimeout = virtualTimeout as unknown as typeof setTimeout;
Date.now = () => now;
console.log('main: has patched the clock');
try {
  void download('a', 60);
  void download('b', 30);
  await othersRun();
  while (due.length > 0) {
    due.sort((left, right) => left.at - right.at);
    const { at, wake } = due.shift()!;
    now = at;
    wake();
    await othersRun();
  }
} finally {
  globalThis.setTimeout = real.setTimeout;
  Date.now = real.now;
}
console.log('main: has put it back');
