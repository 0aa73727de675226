// A generator yields promises; a driver resumes it with their values.
const later = (price: number) =>
  new Promise<number>((resolve) => setTimeout(resolve, 10, price));

function* shop(): Generator<Promise<number>, number, number> {
  const pen = yield later(20);
  console.log(`shop: the pen costs ${pen}`);
  const ink = yield later(22);
  console.log(`shop: the ink costs ${ink}`);
  return pen + ink;
}

type Job = ReturnType<typeof shop>;
type Result = PromiseWithResolvers<number>;

function drive(job: Job, result: Result, price = 0) {
  const step = job.next(price);
  if (step.done) return result.resolve(step.value);
  step.value.then((next) => drive(job, result, next));
  console.log('driver: returns');
}

const result = Promise.withResolvers<number>();
drive(shop(), result);
console.log('main: goes on');
console.log(`main: the sum is ${await result.promise}`);
