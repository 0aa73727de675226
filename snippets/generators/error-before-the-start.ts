// One generator has been run to its yield, the other one has not.
function* careful() {
  try {
    yield 'ready';
  } catch {
    console.log('careful: caught it');
    yield 'recovered';
  }
}

const started = careful();
started.next();
const answer = started.throw(new RangeError('stop')).value;
console.log(`started: ${answer}`);

const fresh = careful();
try {
  fresh.throw(new RangeError('stop'));
} catch {
  console.log('fresh: the error came back');
}
console.log(`fresh: then ${fresh.next().value ?? 'nothing'}`);
