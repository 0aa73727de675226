// Two functions that wait, and then two that compute.
const gate = Promise.withResolvers<void>();

async function wait(name: string) {
  console.log(`${name}: waits`);
  await gate.promise;
  console.log(`${name}: has waited`);
}

async function compute(name: string) {
  console.log(`${name}: computes`);
  let sum = 0;
  for (let n = 0; n < 1_000; n++) sum += n;
  console.log(`${name}: has computed`);
}

setTimeout(gate.resolve, 50);
await Promise.all([wait('a'), wait('b')]);
await Promise.all([compute('c'), compute('d')]);
