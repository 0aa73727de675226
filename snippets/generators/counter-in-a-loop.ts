// The same generator in a for loop.
function* counter() {
  console.log('body: start');
  yield 1;
  console.log('body: middle');
  yield 2;
  console.log('body: end');
  return 'bye';
}

for (const number of counter()) {
  console.log(`main: got ${number}`);
}
console.log('main: after the loop');
