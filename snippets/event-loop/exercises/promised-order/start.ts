// The second timer is set by the task that has to come before it.
function work(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const alarm = Promise.withResolvers<void>();

async function sleeper() {
  await alarm.promise;
  console.log('task: woken');
}

function first() {
  console.log('first timer');
  alarm.resolve();
}

setTimeout(first, 10);
setTimeout(() => console.log('second timer'), 9);
const task = sleeper();
work(100); // the first timer falls due meanwhile
console.log('main: the first is due');
await task;
