// A generator pauses only itself: every caller on the way says yield*.
type Greenlet<T> = Generator<number, T, void>;

function spawn(greenlet: Greenlet<void>): Promise<void> {
  return new Promise((done) => {
    const turn = () => {
      const { done: ended, value } = greenlet.next();
      if (ended) done();
      else setTimeout(turn, value);
    };
    setImmediate(turn);
  });
}

function* fetch(name: string, ms: number): Greenlet<string> {
  console.log(`${name}: ask`);
  yield ms;
  return `${name}: answer`;
}

function* job(name: string, ms: number): Greenlet<void> {
  console.log(`${name}: start`);
  const answer = yield* fetch(name, ms);
  console.log(answer);
}

console.log('main: start');
const jobs = [spawn(job('a', 120)), spawn(job('b', 60))];
console.log('main: spawned');
await Promise.all(jobs);
console.log('main: end');
