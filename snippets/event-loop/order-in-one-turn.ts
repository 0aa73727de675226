// Every queue of one turn of the loop: which is emptied when?
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
    queueMicrotask(() => console.log('microtask from a microtask'));
  });
  void task();
  process.nextTick(() => console.log('next tick'));
  console.log('main: end');
}

setTimeout(main, 0); // as a callback of the loop, not the module itself
