// Draws small programs of two Workers: what they share is read, changed, waited for, notified and sent in all the ways that the reduction
// has to tell apart.
import { Random } from '../../../src/random.ts';
import { imports } from './explored.ts';

/** Each is a statement of a Worker that is called `name` and has the shared `cells`. */
const statements = [
  'cells[0] += 1;',
  'cells[1] = cells[0];',
  'cells[1]++;',
  'Atomics.add(cells, 0, 2);',
  'Atomics.store(cells, 1, Atomics.load(cells, 0));',
  'say(name + cells[0]);',
  'say(name);',
  'if (cells[1] === 0) Atomics.store(cells, 0, 7);',
  'Atomics.compareExchange(cells, 0, 0, 5);',
  'say(name + Atomics.wait(cells, 2, 0, 5));',
  'Atomics.store(cells, 2, 1); say(name + Atomics.notify(cells, 2));',
  'Atomics.notify(cells, 2, 1);',
  'Atomics.wait(cells, 3, 0, 1);',
  'parentPort.postMessage(name + cells[1]);',
  'parentPort.postMessage(name);',
  'if (Date.now() > start) say(name + "late");',
] as const;

/** The same for the same seed: two Workers of one or two statements each, and what main sees. */
export function randomProgram(seed: number): string {
  const random = new Random(seed);
  const pick = () => statements[random.upTo(statements.length - 1)] ?? '';
  const bodies = [0, 1].map(() => Array.from({ length: 1 + random.upTo(1) }, pick).join(' '));
  return `${imports}
const start = Date.now();
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(16));
  const workers = ['a', 'b'].map((name) => new Worker(import.meta.filename, { workerData: { cells, name } }));
  for (const worker of workers) worker.on('message', (text) => say('main ' + text));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  say([...cells].join());
} else {
  const { cells, name } = workerData;
  if (name === 'a') { ${bodies[0] ?? ''} } else { ${bodies[1] ?? ''} }
}
`;
}
