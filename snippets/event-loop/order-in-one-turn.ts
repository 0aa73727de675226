// One callback fills several queues. When is each of them emptied?
async function task() {
  console.log('task: first half');
  await null;
  console.log('task: second half');
}

function main() {
  setTimeout(() => console.log('timer, 0 ms'), 0);
  setImmediate(() => console.log('immediate'));
  queueMicrotask(() => {
    console.log('microtask');
    process.nextTick(() => console.log('next tick from a microtask'));
    queueMicrotask(() => console.log('microtask from a microtask'));
  });
  void task();
  process.nextTick(() => console.log('next tick'));
  console.log('main: end');
}

setTimeout(main, 0); // main is a callback of the loop
