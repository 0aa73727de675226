// Four jobs in two batches. Their gates open one by one.
import { setImmediate as othersRun } from 'node:timers/promises';

const names = ['a', 'b', 'c', 'd'];
const gates = new Map<string, PromiseWithResolvers<void>>();
for (const name of names) gates.set(name, Promise.withResolvers());

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

async function inBatches() {
  for (const batch of [names.slice(0, 2), names.slice(2)]) {
    await Promise.all(batch.map(job));
  }
}

await Promise.all([openGates(), inBatches()]);
