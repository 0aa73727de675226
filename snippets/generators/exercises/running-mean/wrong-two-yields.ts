// A generator that is sent numbers and yields the mean so far.
function* runningMean(): Generator<number | undefined, never, number> {
  let mean: number | undefined;
  let total = 0;
  for (let count = 1; ; count++) {
    const value = yield undefined;
    console.log(`mean: got ${value}`);
    total += value;
    mean = total / count;
    yield mean;
  }
}

const mean = runningMean();
console.log(`main: first ${mean.next().value ?? 'nothing'}`);
for (const value of [10, 20, 30]) {
  console.log(`main: mean ${mean.next(value).value}`);
}
