// Four jobs share two places. Their gates open one by one.
import { setImmediate as othersRun } from 'node:timers/promises';

const names = ['a', 'b', 'c', 'd'];
const gates = new Map<string, PromiseWithResolvers<void>>();
for (const name of names) gates.set(name, Promise.withResolvers());

class Semaphore {
  #free: number;
  #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async use(work: () => Promise<void>) {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

async function job(name: string) {
  console.log(`${name}: starts`);
  await gates.get(name)?.promise;
  console.log(`${name}: ends`);
}

async function openGates() {
  for (const name of ['b', 'a', 'c', 'd']) {
    await othersRun();
    gates.get(name)?.resolve();
  }
}

const places = new Semaphore(2);
const jobs = names.map((name) => places.use(() => job(name)));
await Promise.all([openGates(), ...jobs]);
