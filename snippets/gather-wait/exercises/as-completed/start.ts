// Parts of a text that come in another order than they are read in.
const texts = ['once', 'upon', 'a time'];
const gates = texts.map(() => Promise.withResolvers<void>());

async function load(index: number) {
  await gates[index]!.promise;
  console.log(`part ${index}: is there`);
  return { index, text: texts[index]! };
}

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

const jobs = [load(0), load(1), load(2)];
const order = [2, 0, 1];
const openNext = () => gates[order.shift() ?? -1]?.resolve();

openNext();
for (const next of asCompleted(jobs)) {
  const { text } = await next;
  console.log(`main: ${text}`);
  openNext();
}
