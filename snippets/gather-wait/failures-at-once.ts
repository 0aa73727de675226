// The same jobs, but all three gates are open before main waits.
const gates = new Map<string, PromiseWithResolvers<void>>();

async function job(name: string) {
  const gate = Promise.withResolvers<void>();
  gates.set(name, gate);
  await gate.promise;
  console.log(name === 'a' ? 'a: done' : `${name}: breaks`);
  if (name !== 'a') throw new Error(`${name} broke`);
  return name;
}

const start = () => [job('a'), job('b'), job('c')];

console.log('main: all or nothing');
const jobs = start();
for (const name of ['b', 'c', 'a']) gates.get(name)?.resolve();
try {
  await Promise.all(jobs);
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
await jobs[0];
