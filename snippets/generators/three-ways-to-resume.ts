// A pause ends with a value, an error or a close: from inside out.
function* inner(run: string): Generator<string, number, number> {
  try {
    return 2 * (yield 'how many?');
  } finally {
    console.log(`${run}: inner cleanup`);
  }
}

function* outer(run: string): Generator<string, void, number> {
  try {
    const twice = yield* inner(run);
    console.log(`${run}: inner returned ${twice}`);
  } finally {
    console.log(`${run}: outer cleanup`);
  }
}

const sent = outer('value');
sent.next();
sent.next(21);
console.log('value: back in main');

const thrown = outer('error');
thrown.next();
try {
  thrown.throw(new RangeError('stop'));
} catch {
  console.log('error: back in main');
}

const closed = outer('close');
closed.next();
closed.return();
console.log('close: back in main');
