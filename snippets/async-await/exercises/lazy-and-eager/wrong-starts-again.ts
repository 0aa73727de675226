// An object that starts its work when it is awaited.
class Lazy<T> {
  #start: () => Promise<T>;
  #running: Promise<T> | undefined;

  constructor(start: () => Promise<T>) {
    this.#start = start;
  }

  then<R>(resolve: (value: T) => R, reject: (error: unknown) => R) {
    this.#running = this.#start();
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
