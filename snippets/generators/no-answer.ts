// The guest goes on without an answer to the first question.
function* barista(): Generator<string, string, string> {
  console.log('barista: starts');
  const milk = yield 'milk?';
  console.log(`barista: milk is ${milk}`);
  const sugar = yield 'sugar?';
  console.log(`barista: sugar is ${sugar}`);
  return `coffee, ${milk}, ${sugar}`;
}

const order = barista();
console.log(`guest: hears ${order.next().value}`);
console.log(`guest: hears ${order.next().value}`);
console.log(`guest: takes ${order.next('none').value}`);
