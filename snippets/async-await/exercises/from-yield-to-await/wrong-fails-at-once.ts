// A driver that passes failures in, and passes on those that come out.
type Job = Generator<Promise<number>, void, number>;
type Step = ReturnType<Job['next']>;
type Result = PromiseWithResolvers<void>;

function failing(message: string) {
  return Promise.reject<number>(new Error(message));
}

function* shop(): Job {
  try {
    yield failing('no pen');
  } catch (error) {
    console.log(`shop: ${(error as Error).message}, tries again`);
  }
  yield failing('no ink');
  console.log('shop: goes on');
}

function drive(job: Job, result: Result, resume: () => Step) {
  try {
    const step = resume();
    if (step.done) return result.resolve();
    step.value.then(
      (price) => drive(job, result, () => job.next(price)),
      (error) => result.reject(error),
    );
  } catch (error) {
    result.reject(error);
  }
}

const result = Promise.withResolvers<void>();
const job = shop();
drive(job, result, () => job.next(0));
console.log('main: goes on');
try {
  await result.promise;
} catch (error) {
  console.log(`main: ${(error as Error).message}`);
}
