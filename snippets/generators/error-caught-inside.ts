// The same error, but the inner generator catches it.
function* inner(): Generator<string, string | undefined, string> {
  try {
    const answer = yield 'name?';
    console.log(`inner: got ${answer}`);
    return answer;
  } catch {
    console.log('inner: cleanup');
  }
}

function* outer(): Generator<string, void, string> {
  try {
    const name = yield* inner();
    console.log(`outer: got ${name}`);
  } catch (error) {
    console.log(`outer: caught ${(error as Error).message}`);
  }
  yield 'again?';
  console.log('outer: ends');
}

const dialogue = outer();
console.log(`main: hears ${dialogue.next().value}`);
const late = new RangeError('late');
console.log(`main: hears ${dialogue.throw(late).value}`);
try {
  dialogue.throw(new RangeError('too late'));
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
console.log(`main: hears ${dialogue.next().value ?? 'nothing'}`);
