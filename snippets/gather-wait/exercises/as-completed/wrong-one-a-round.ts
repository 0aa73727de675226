// Each part is printed as soon as all parts before it are there.
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

const placed = new Map<number, string>();
let printed = 0;
openNext();
for (const next of asCompleted(jobs)) {
  const { index, text } = await next;
  placed.set(index, text);
  if (placed.has(printed)) {
    console.log(`main: ${placed.get(printed)}`);
    printed++;
  }
  openNext();
}
