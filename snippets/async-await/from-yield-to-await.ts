// An async function is a generator plus a driver that waits for it.
const later = (price: number) =>
  new Promise<number>((resolve) => setTimeout(resolve, 10, price));

function* byYield(): Generator<Promise<number>, string, number> {
  for (const price of [20, 22]) {
    const got = yield later(price);
    console.log(`generator: got ${got}`);
  }
  return 'generator is done';
}

async function byAwait() {
  for (const price of [20, 22]) {
    const got = await later(price);
    console.log(`async: got ${got}`);
  }
  return 'async is done';
}

type Job = ReturnType<typeof byYield>;
type Result = PromiseWithResolvers<string>;

function drive(job: Job, result: Result, value = 0) {
  const turn = job.next(value);
  if (turn.done) return result.resolve(turn.value);
  console.log('driver: waits');
  turn.value.then((got) => drive(job, result, got));
}

const result = Promise.withResolvers<string>();
drive(byYield(), result);
console.log('main: goes on');
console.log(`main: ${await result.promise}`);
console.log(`main: ${await byAwait()}`);
