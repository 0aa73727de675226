// Random statements: prints, waits, queues, generators, resources, errors.
import type { Builder, Place } from './program.ts';

type Make = (builder: Builder, place: Place) => string;

const callback = (place: Place): Place => ({ ...place, async: false });

/** An error here leaves jobs to the next callback, and which that is depends on how much time has passed. */
const quiet = (place: Place): Place => ({ ...place, async: false, caught: false });

/** Statements that may stand anywhere. */
const anywhere: readonly [Make, ...Make[]] = [
  (builder) => builder.log(),
  (builder, place) =>
    `Promise.resolve(${builder.expression(place)}).then((v) => { ${builder.log('v')} }, (e) => { ${builder.log('e')} });`,
  (builder, place) => `process.nextTick(() => {\n${builder.block(quiet(place))}\n});`,
  (builder, place) => `queueMicrotask(() => {\n${builder.block(callback(place))}\n});`,
  (builder, place) =>
    `setTimeout(() => {\n${builder.block(callback(place))}\n}, ${builder.pick(['0', '1', '2', '3', '5', '10'])});`,
  (builder, place) => `setImmediate(() => {\n${builder.block(quiet(place))}\n});`,
  (builder, place) =>
    `try {\n${builder.block({ ...place, caught: true })}\n} catch (e) { ${builder.log('e')} } finally { ${builder.log()} }`,
  queuedRequests,
  (builder, place) => `${builder.expression(place)};`,
  syncGenerator,
];

/** Statements with an await. */
const waiting: readonly [Make, ...Make[]] = [
  (builder, place) => builder.log(`await ${builder.expression(place)}`),
  (builder) => `await null;\n${builder.log()}`,
  (builder, place) =>
    `try { ${builder.log(`await ${builder.expression(place)}`)} } catch (e) { ${builder.log('e')} } finally { await null; ${builder.log()} }`,
  (builder, place) =>
    `for await (const x of [${builder.expression(place)}, ${builder.expression(place)}]) { ${builder.log('x')} ${leave(builder)} }`,
  (builder, place) =>
    `for await (const x of ${asyncGenerator(builder, place)}()) { ${builder.log('x')}\n${builder.block(place)}\n${leave(builder)} }`,
  (builder, place) =>
    `{ await using a = resource('${builder.name('r')}'), b = ${builder.pick(['null', `resource('${builder.name('r')}')`])};\n${builder.block(place)}\n}`,
  (builder, place) =>
    `for (const x of [1, 2]) {\n${builder.log(`x, await ${builder.expression(place)}`)}\n${leave(builder)} }`,
  (builder, place) =>
    `outer: for (const x of [1, 2]) { for await (const y of ${asyncGenerator(builder, place)}()) { ${builder.log('x, y')} ${builder.pick(['', 'continue outer;', 'break outer;', 'continue;'])} } }`,
];

export function statement(builder: Builder, place: Place): string {
  if (place.depth <= 0) return builder.log();
  const kind = builder.choose(place.async ? 5 : 2);
  if (kind >= 2) return builder.pick(waiting)(builder, place);
  if (kind === 1 && place.caught && builder.choose(6) === 5)
    return `${builder.log()} if (Date.now() > 0) fail('${builder.name('e')}');`;
  return builder.pick(anywhere)(builder, place);
}

function leave(builder: Builder): string {
  return builder.pick(['', '', 'break;', 'continue;', `fail('${builder.name('e')}');`]);
}

/** Declares an async generator and gives its name. */
function asyncGenerator(builder: Builder, place: Place): string {
  const name = builder.name('g');
  const inner: Place = { async: true, caught: true, depth: place.depth - 1 };
  const step = () =>
    builder.pick([
      () => builder.log(`yield ${builder.expression(inner)}`),
      () => `yield* [${builder.expression(inner)}, 2];`,
      () => (inner.depth > 0 ? builder.log(`yield* ${asyncGenerator(builder, inner)}()`) : 'yield 3;'),
      () => builder.block(inner),
      () => `return ${builder.expression(inner)};`,
    ])();
  const body = `${step()}\n${step()}`;
  const guarded = builder.pick([
    body,
    `try {\n${body}\n} finally { ${builder.log()} await null; ${builder.log()} }`,
    `try {\n${body}\n} catch (e) { ${builder.log('e')} yield 'after'; }`,
  ]);
  builder.declarations.push(`async function* ${name}() {\n${guarded}\n}`);
  return name;
}

/** Requests to one async generator that do not wait for each other. */
function queuedRequests(builder: Builder, place: Place): string {
  const generator = builder.name('it');
  const request = () => {
    const call = builder.pick([
      'next(1)',
      `return(${builder.expression(place)})`,
      `throw(new Error('${builder.name('e')}'))`,
      'next(2)',
    ]);
    return `${generator}.${call}.then((v) => { ${builder.log('v')} }, (e) => { ${builder.log('e')} });`;
  };
  const requests = Array.from({ length: builder.choose(4) + 1 }, request).join('\n');
  return `const ${generator} = ${asyncGenerator(builder, place)}();\n${requests}`;
}

function syncGenerator(builder: Builder): string {
  const [name, it] = [builder.name('s'), builder.name('it')];
  const guarded = `try { ${builder.log('yield 1')} ${builder.log('yield* [2, 3]')} } finally { ${builder.log()} }`;
  builder.declarations.push(`function* ${name}() { ${guarded} return 4; }`);
  const call = () => builder.log(`${it}.${builder.pick(["next('a')", "return('b')", "next('c')"])}`);
  return `const ${it} = ${name}();\n${call()}\n${call()}\n${call()}`;
}
