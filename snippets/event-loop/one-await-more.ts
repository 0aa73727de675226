// The same two timers, but the woken task awaits once more.
function work(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const alarm = Promise.withResolvers<void>();

async function sleeper() {
  await alarm.promise;
  console.log('task: woken');
  await null;
  console.log('task: one step further');
}

function first() {
  console.log('first timer');
  alarm.resolve();
}

setTimeout(first, 10);
setTimeout(() => console.log('second timer'), 20);
const task = sleeper();
work(100); // both timers fall due meanwhile
console.log('main: both are due');
await task;
