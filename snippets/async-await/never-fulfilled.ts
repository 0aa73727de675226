// The work waits for a promise that is never fulfilled.
async function work() {
  console.log('work: starts');
  try {
    await new Promise(() => {});
    console.log('work: ends');
  } finally {
    console.log('work: cleans up');
  }
}

async function main() {
  const leftOver = work();
  await null;
  console.log('main: ends');
}

console.log('program: starts');
await main();
console.log('program: after main');
