// A generator that hands out a part of another one.
function* source() {
  for (let n = 1; n <= 3; n++) {
    console.log(`source: makes ${n}`);
    yield n;
  }
}

function* take<T>(count: number, values: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const value of values) {
    if (taken === count) return;
    taken++;
    yield value;
  }
}

const numbers = source();
for (const n of take(2, numbers)) {
  console.log(`main: got ${n}`);
}
console.log('main: first take ended');
for (const n of take(2, numbers)) {
  console.log(`main: got ${n}`);
}
console.log('main: second take ended');
