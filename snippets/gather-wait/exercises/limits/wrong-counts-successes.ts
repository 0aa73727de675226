// Two places, a job that fails, and a count of all that are through.
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
  if (name === 'b') throw new Error('b: fails');
  console.log(`${name}: ends`);
}

async function openGates() {
  for (const name of ['b', 'a', 'c', 'd']) {
    await othersRun();
    gates.get(name)?.resolve();
  }
}

let through = 0;
async function counted(name: string) {
  try {
    await job(name);
    through += 1;
    console.log(`main: ${through} of ${names.length}`);
  } catch (error) {
    console.log((error as Error).message);
  }
}

const places = new Semaphore(2);
const jobs = names.map((name) => places.use(() => counted(name)));
await Promise.all([openGates(), ...jobs]);
