// A generator that is sent numbers and yields the mean so far.
function* runningMean(): Generator<number | undefined, never, number> {
  for (;;) yield undefined; // your lines
}

const mean = runningMean();
console.log(`main: first ${mean.next().value ?? 'nothing'}`);
for (const value of [10, 20, 30]) {
  console.log(`main: mean ${mean.next(value).value}`);
}
