// A question that fails is asked again, three times at most.
function* retry(question: string): Generator<string, string, string> {
  return yield question; // your lines
}

function* report(): Generator<string, string, string> {
  const title = yield* retry('title?');
  const author = yield* retry('author?');
  return `${title} by ${author}`;
}

const dialogue = report();
const fail = () => dialogue.throw(new RangeError('no answer')).value;
console.log(`main: hears ${dialogue.next().value}`);
console.log(`main: hears ${fail()}`);
console.log(`main: hears ${dialogue.next('Emma').value}`);
console.log(`main: hears ${fail()}`);
console.log(`main: hears ${fail()}`);
try {
  fail();
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
