// Main opens all gates, and then takes the answers.
const gates = new Map<string, PromiseWithResolvers<void>>();

async function job(name: string) {
  const gate = Promise.withResolvers<void>();
  gates.set(name, gate);
  await gate.promise;
  console.log(`${name}: ends`);
  return name;
}

// the first promise settles as the first job that ends, and so on
function asCompleted<T>(jobs: Promise<T>[]) {
  const slots = jobs.map(() => Promise.withResolvers<T>());
  let ended = 0;
  const slot = () => slots[ended++]!;
  for (const job of jobs) {
    job.then(
      (value) => slot().resolve(value),
      (error) => slot().reject(error),
    );
  }
  for (const { promise } of slots) promise.catch(() => {});
  return slots.map(({ promise }) => promise);
}

const jobs = [job('a'), job('b'), job('c')];
for (const name of ['c', 'a', 'b']) gates.get(name)?.resolve();
for (const next of asCompleted(jobs)) {
  console.log(`main: gets ${await next}`);
}
