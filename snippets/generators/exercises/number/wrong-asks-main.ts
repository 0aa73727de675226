// A question that is asked again until the answer is a number.
function* number(question: string): Generator<string, number, string> {
  const answer = yield question;
  if (!/^\d+$/.test(answer)) console.log(`number: ${answer} is no number`);
  return Number(answer);
}

function* area(): Generator<string, number, string> {
  const width = yield* number('width?');
  const height = yield* number('height?');
  return width * height;
}

const dialogue = area();
let step = dialogue.next();
for (const answer of ['wide', '4', '3']) {
  console.log(`main: ${step.value} ${answer}`);
  step = dialogue.next(answer);
}
console.log(`main: area ${step.value}`);
