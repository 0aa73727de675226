// Three timers settle three promises, all late. What is done first?
function work(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const done = new Set<string>();

async function job(name: string, delay: number) {
  const gate = Promise.withResolvers<void>();
  setTimeout(gate.resolve, delay);
  await gate.promise;
  done.add(name);
}

const jobs = [job('a', 10), job('b', 20), job('c', 30)];
work(100); // all three timers fall due meanwhile
await Promise.race(jobs);
console.log(`main: done are ${[...done].join(' ')}`);
await Promise.all(jobs);
console.log(`main: done are ${[...done].join(' ')}`);
