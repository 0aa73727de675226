// Delegation to a list of questions in place of a generator.
function* order(): Generator<string, void, string> {
  console.log('order: starts');
  const place = yield* ['street?', 'town?'];
  console.log(`order: goes to ${place}`);
  const day = yield 'day?';
  console.log(`order: comes on ${day}`);
}

const dialogue = order();
console.log(`main: hears ${dialogue.next().value}`);
console.log(`main: hears ${dialogue.next('5 Mill Lane').value}`);
console.log(`main: hears ${dialogue.next('York').value}`);
dialogue.next('Friday');
console.log('main: done');
