// A generator that is paused inside another one is closed.
function* inner() {
  try {
    yield 'paused';
    console.log('inner: goes on');
  } finally {
    console.log('inner: cleanup');
  }
}

function* outer() {
  try {
    yield* inner();
    console.log('outer: goes on');
  } finally {
    console.log('outer: cleanup');
  }
}

const chain = outer();
console.log(`main: ${chain.next().value}`);
chain.return();
console.log('main: has closed it');
console.log(`main: then ${chain.next().value ?? 'nothing'}`);
chain.return();
console.log('main: has closed it again');
