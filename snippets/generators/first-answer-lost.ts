// Two answers for two questions, with and without a first call.
function* barista(): Generator<string, void, string> {
  const milk = yield 'milk?';
  console.log(`milk is ${milk}`);
  const sugar = yield 'sugar?';
  console.log(`sugar is ${sugar}`);
}

console.log('answers from the first call on');
const hasty = barista();
hasty.next('oat');
hasty.next('none');

console.log('first run to the first question');
const patient = barista();
patient.next();
patient.next('oat');
patient.next('none');
