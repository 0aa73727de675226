// A driver that brings failures into the generator, and out of it.
type Job = Generator<Promise<void>, void, void>;

async function fail() {
  throw new Error('no answer');
}

function* ask(): Job {
  try {
    yield fail();
  } catch {
    console.log('ask: caught the first failure');
  }
  yield fail();
  console.log('ask: goes on');
}

type Result = PromiseWithResolvers<void>;

function drive(job: Job, result: Result, failure?: Error) {
  try {
    const turn = failure ? job.throw(failure) : job.next();
    if (turn.done) return result.resolve();
    turn.value.then(
      () => drive(job, result),
      (error) => drive(job, result, error),
    );
  } catch (error) {
    result.reject(error);
  }
}

const result = Promise.withResolvers<void>();
drive(ask(), result);
try {
  await result.promise;
} catch {
  console.log('main: caught the second failure');
}
