// What a second await of the same call gives.
async function add(a: number, b: number) {
  console.log('add: runs');
  return a + b;
}

const call = add(20, 22);
console.log(`first: ${await call}`);
console.log(`second: ${await call}`);
