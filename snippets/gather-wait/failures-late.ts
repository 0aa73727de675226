// Three late timers let three jobs end, of which two fail.
function work(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

async function job(name: string, delay: number) {
  const gate = Promise.withResolvers<void>();
  setTimeout(gate.resolve, delay);
  await gate.promise;
  console.log(name === 'a' ? 'a: done' : `${name}: breaks`);
  if (name !== 'a') throw new Error(`${name} broke`);
}

const jobs = [job('b', 10), job('c', 20), job('a', 30)];
work(100); // all three timers fall due meanwhile
try {
  await Promise.all(jobs);
} catch (error) {
  console.log(`main: caught ${(error as Error).message}`);
}
await jobs[2];
