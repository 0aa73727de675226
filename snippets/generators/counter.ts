// A generator with two yields, and four calls of next.
function* counter() {
  console.log('body: start');
  yield 1;
  console.log('body: middle');
  yield 2;
  console.log('body: end');
  return 'bye';
}

const numbers = counter();
console.log('main: called');
console.log(`main: got ${numbers.next().value}`);
console.log(`main: got ${numbers.next().value}`);

const last = numbers.next();
if (last.done) {
  console.log(`main: returned ${last.value}`);
}
console.log(`main: then ${numbers.next().value ?? 'nothing'}`);
