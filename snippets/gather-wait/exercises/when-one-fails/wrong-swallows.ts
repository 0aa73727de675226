// A group of jobs: a failure stops the others, and all have ended.
type Job = (signal: AbortSignal) => Promise<void>;

async function group(...jobs: Job[]) {
  const stop = new AbortController();
  const errors: unknown[] = [];
  const guarded = jobs.map(async (job) => {
    try {
      await job(stop.signal);
    } catch (error) {
      errors.push(error);
      stop.abort();
    }
  });
  await Promise.all(guarded);
}

async function save(signal: AbortSignal) {
  const sent = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => sent.reject(signal.reason));
  try {
    await sent.promise;
    console.log('save: saved');
  } catch (error) {
    console.log('save: stopped');
    throw error;
  }
}

async function check() {
  throw new Error('check failed');
}

try {
  await group(save, check);
} catch (error) {
  console.log(`main: ${(error as Error).message}`);
}
console.log('main: connection closed');
