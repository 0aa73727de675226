// Of three jobs two fail; they are awaited together, in two ways.
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
gates.get('b')?.resolve();
try {
  await Promise.all(jobs);
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
gates.get('c')?.resolve();
gates.get('a')?.resolve();
await jobs[0];

console.log('main: every end');
const others = start();
for (const name of ['b', 'c', 'a']) gates.get(name)?.resolve();
for (const end of await Promise.allSettled(others)) {
  const failed = end.status === 'rejected';
  const text = failed ? `error: ${end.reason.message}` : end.value;
  console.log(`- ${text}`);
}
