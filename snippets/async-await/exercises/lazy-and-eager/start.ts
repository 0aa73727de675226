// An object that should start its work when it is awaited, and not before.
class Lazy<T> {
  #running: Promise<T>;

  constructor(start: () => Promise<T>) {
    this.#running = start(); // too early
  }

  then<R>(resolve: (value: T) => R, reject: (error: unknown) => R) {
    return this.#running.then(resolve, reject);
  }
}

async function brew() {
  console.log('tea: starts');
  await null;
  return 'tea is ready';
}

const tea = new Lazy(brew);
console.log('main: has made it');
console.log(`main: ${await tea}`);
console.log(`main: again ${await tea}`);
