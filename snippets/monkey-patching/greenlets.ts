// Two jobs ask for an answer, and pause on the way.
type Greenlet<T> = Generator<undefined, T, void>;

function spawn(greenlet: Greenlet<void>): Promise<void> {
  return new Promise((done) => {
    const turn = () => {
      if (greenlet.next().done) done();
      else setImmediate(turn);
    };
    setImmediate(turn);
  });
}

function* fetch(name: string): Greenlet<string> {
  console.log(`${name}: asks`);
  yield;
  return `${name}: has the answer`;
}

function* job(name: string): Greenlet<void> {
  console.log(`${name}: starts`);
  const answer = yield* fetch(name);
  console.log(answer);
}

const jobs = [spawn(job('a')), spawn(job('b'))];
console.log('main: has spawned');
await Promise.all(jobs);
console.log('main: ends');
