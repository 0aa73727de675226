// Random values to wait for: plain ones, promises of every kind, thenables, calls.
import type { Builder, Make, Place } from './builder.ts';

/** Inside a function that is not async. */
const sync = (place: Place): Place => ({ ...place, async: false });

const plain: Make = (builder) => `'${builder.name('v')}'`;
const delay = (builder: Builder) => builder.pick(['0', '1', '2', '3', '5', '8']);

/** What can be made without going deeper; some are rejected. */
const leaves: readonly [Make, ...Make[]] = [
  plain,
  (builder, place) => `Promise.resolve(${plain(builder, place)})`,
  (builder, place) => `sleep(${delay(builder)}, ${plain(builder, place)})`,
  (builder, place) => `({ then(resolve) { ${builder.log()} resolve(${plain(builder, place)}); } })`,
  (builder) => `Promise.reject(new Error('${builder.name('e')}'))`,
  (builder, place) => `wait(${delay(builder)}, ${plain(builder, place)})`,
  (builder, place) => `turn(${plain(builder, place)})`,
  (builder) => `later(${delay(builder)}, () => fail('${builder.name('e')}'))`,
  (builder, place) =>
    `({ then(resolve, reject) { setTimeout(resolve, ${delay(builder)}, ${plain(builder, place)}); } })`,
  badThenable,
];

const deeper: readonly [Make, ...Make[]] = [
  asyncCall,
  (builder, place) =>
    `chain(${builder.expression(place)}, (v) => { ${builder.log('v')} return ${builder.expression(sync(place))}; })`,
  (builder, place) => `Promise.all([${list(builder, place)}])`,
  (builder, place) => `Promise.race([${list(builder, place)}])`,
  (builder, place) => `Promise.allSettled([${list(builder, place)}])`,
  (builder, place) => `Promise.any([${list(builder, place)}])`,
  (builder, place) =>
    `Promise.resolve(${builder.expression(place)}).finally(() => { ${builder.log()} return ${builder.expression(sync(place))}; })`,
  (builder, place) =>
    `Promise.resolve(${builder.expression(place)}).catch((e) => { ${builder.log('e')} return ${builder.expression(sync(place))}; })`,
  (builder, place) =>
    `new Promise((resolve, reject) => { resolve(${builder.expression(sync(place))}); reject(new Error('no')); })`,
  (builder, place) => `Promise.try(() => ${builder.expression(sync(place))})`,
  (builder, place) => `(async () => ${builder.expression({ ...place, async: true })})()`,
  (builder, place) => (place.async ? `(await ${builder.expression(place)})` : plain(builder, place)),
  (builder, place) => `Sub.resolve(${builder.expression(place)})`,
  (builder, place) =>
    `((p) => { setTimeout(p.resolve, ${delay(builder)}, ${builder.expression(sync(place))}); return p.promise; })(Promise.withResolvers())`,
  (builder, place) => `({ then(resolve) { ${builder.log()} resolve(${builder.expression(sync(place))}); } })`,
  (builder, place) =>
    `(async () => { try { return ${builder.pick(['', 'await '])}${builder.expression({ ...place, async: true })}; } finally { ${builder.log()} } })()`,
  withSignal,
  withSignals,
  withEvent,
  (builder, place) => `Array.fromAsync([${list(builder, place)}])`,
];

/** An expression; one that may be a rejected promise too. */
export function expression(builder: Builder, place: Place): string {
  if (place.depth <= 0 || builder.choose(2) === 0) return builder.pick(leaves)(builder, place);
  return builder.pick(deeper)(builder, place);
}

function list(builder: Builder, place: Place): string {
  return Array.from({ length: builder.choose(3) + 1 }, () => builder.expression(place)).join(', ');
}

function asyncCall(builder: Builder, place: Place): string {
  const name = builder.name('f');
  const body = builder.block({ ...place, async: true, caught: true });
  const result = builder.pick(['', `return ${builder.expression({ ...place, async: true })};`]);
  builder.declarations.push(`async function ${name}() {\n${body}\n${result}\n}`);
  return `${name}()`;
}

/** A wait that is called off. */
function withSignal(builder: Builder): string {
  const [ms, stop] = [delay(builder), delay(builder)];
  return `(() => { const c = new AbortController(); setTimeout(() => { ${builder.log()} c.abort(); }, ${stop}); c.signal.addEventListener('abort', () => { ${builder.log()} }); return wait(${ms}, 'in time', { signal: c.signal }).catch((e) => e.name); })()`;
}

/** One signal that follows two others. */
function withSignals(builder: Builder): string {
  const [ms, first, second] = [delay(builder), delay(builder), delay(builder)];
  const aborts = `setTimeout(() => { ${builder.log()} a.abort('${builder.name('r')}'); }, ${first}); setTimeout(() => b.abort(), ${second});`;
  const listeners = `signal.addEventListener('abort', () => { ${builder.log('signal.aborted')} }, { once: true });`;
  return `(() => { const [a, b] = [new AbortController(), new AbortController()]; const signal = AbortSignal.any([a.signal, b.signal]); ${aborts} ${listeners} return wait(${ms}, 'in time', { signal }).catch((e) => { ${builder.log('e')} return e.cause; }); })()`;
}

/** A thenable that rejects, throws, calls both functions, or has a then that cannot be read. */
function badThenable(builder: Builder): string {
  const error = `new Error('${builder.name('e')}')`;
  return builder.pick([
    `({ then(_, reject) { ${builder.log()} reject(${error}); } })`,
    `({ then() { ${builder.log()} throw ${error}; } })`,
    `({ then(resolve, reject) { resolve('${builder.name('v')}'); reject(${error}); throw ${error}; } })`,
    `({ get then() { ${builder.log()} return undefined; } })`,
  ]);
}

function withEvent(builder: Builder): string {
  return `(() => { const e = new EventEmitter(); setTimeout(() => e.emit('x', ${plain(builder, { async: false, caught: true, depth: 0 })}), ${delay(builder)}); e.on('x', () => { ${builder.log()} }); return once(e, 'x'); })()`;
}
