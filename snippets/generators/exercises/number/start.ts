// A question that is asked again until the answer is a number.
function* number(question: string): Generator<string, number, string> {
  return Number(yield question); // your lines
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
