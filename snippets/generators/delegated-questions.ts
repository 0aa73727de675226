// One generator asks some of its questions through another one.
function* address(): Generator<string, string, string> {
  console.log('address: starts');
  const street = yield 'street?';
  const town = yield 'town?';
  return `${street}, ${town}`;
}

function* order(): Generator<string, void, string> {
  console.log('order: starts');
  const place = yield* address();
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
