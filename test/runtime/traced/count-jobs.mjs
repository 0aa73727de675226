// Preload for Node: prints, instead of the program's own lines, how many microtasks ran before each of them.
import { createHook } from 'node:async_hooks';

const kinds = new Map();
let jobs = 0;
const before = (id) => {
  if (kinds.get(id) === 'PROMISE' || kinds.get(id) === 'Microtask') jobs++;
};
createHook({ init: (id, kind) => kinds.set(id, kind), before }).enable();

const counts = [];
const { log } = console;
console.log = () => {
  counts.push(jobs);
  jobs = 0;
};
process.on('exit', () => log(JSON.stringify(counts)));
