// Three jobs wait at gates, and main looks at them twice.
const gates = new Map<string, PromiseWithResolvers<void>>();

async function job(name: string) {
  const gate = Promise.withResolvers<void>();
  gates.set(name, gate);
  await gate.promise;
  if (name === 'b') throw new Error('b broke');
  return `${name} is fine`;
}

async function waitForFirst<T>(promises: Promise<T>[]) {
  const done = new Set<Promise<T>>();
  for (const promise of promises) {
    const mark = () => done.add(promise);
    promise.then(mark, mark);
  }
  await Promise.race(promises).catch(() => {});
  return done;
}

const jobs = [job('a'), job('b'), job('c')];
gates.get('c')?.resolve();
const done = await waitForFirst(jobs);
for (const [index, promise] of jobs.entries()) {
  const state = done.has(promise) ? 'done' : 'pending';
  console.log(`job ${index}: ${state}`);
}

gates.get('b')?.resolve();
gates.get('a')?.resolve();
const settled = await Promise.allSettled(jobs);
for (const [index, end] of settled.entries()) {
  const failed = end.status === 'rejected';
  const text = failed ? `failed, ${end.reason.message}` : end.value;
  console.log(`job ${index}: ${text}`);
}
