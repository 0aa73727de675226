// Random statements: prints, waits, queues, generators, resources, errors.
import { looked } from './functions.ts';
import { boundResource, entered, messages, nestedEmitter, nestedTarget } from './listeners.ts';
import { asyncGenerator, customIterable, delegation, queuedRequests, syncGenerator } from './generators.ts';
import type { Builder, Make, Place } from './builder.ts';

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
  delegation,
  interval,
  cancelled,
  (builder, place) => `store.run('${builder.name('c')}', () => {\n${builder.block(callback(place))}\n});`,
  (builder) => builder.log('store.getStore()'),
  looked,
  nestedEmitter,
  nestedTarget,
  messages,
  entered,
  boundResource,
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
    `{ await using a = ${resource(builder)}, b = ${builder.pick(['null', resource(builder)])};\n${builder.block(place)}\n}`,
  (builder, place) =>
    `for (const x of [1, 2]) {\n${builder.log(`x, await ${builder.expression(place)}`)}\n${leave(builder)} }`,
  (builder, place) =>
    `outer: for (const x of [1, 2]) { for await (const y of ${asyncGenerator(builder, place)}()) { ${builder.log('x, y')} ${builder.pick(['', 'continue outer;', 'break outer;', 'continue;'])} } }`,
];

/** Statements with an await in a place that is less common. */
const elsewhere: readonly [Make, ...Make[]] = [
  (builder, place) => {
    const n = builder.name('n');
    return `let ${n} = 0;\nwhile (await ${builder.expression(place)}, ${n}++ < 2) { ${builder.log(n)} ${leave(builder)} }`;
  },
  (builder, place) =>
    `switch (show(await ${builder.expression(place)})) { case 'never': ${builder.log()} break; default: ${builder.log(`await ${builder.expression(place)}`)} }`,
  (builder, place) => {
    const [a, b] = [builder.name('a'), builder.name('b')];
    const from = builder.pick(['[]', '[1]', '[1, 2]']);
    return `const [${a} = await ${builder.expression(place)}, ${b} = ${a}] = ${from};\n${builder.log(`${a}, ${b}`)}`;
  },
  (builder, place) => {
    const sum = builder.name('t');
    return `let ${sum} = 'a';\n${sum} += \`-\${show(await ${builder.expression(place)})}\`;\n${builder.log(sum)}`;
  },
  (builder, place) => builder.log(`await ${builder.expression(place)}, await ${builder.expression(place)}`),
  (builder, place) =>
    `for await (const x of ${customIterable(builder, place)}) { ${builder.log('x')} ${leave(builder)} }`,
  (builder) => {
    const n = builder.name('n');
    const ms = builder.pick(['1', '2', '4']);
    return `let ${n} = 0;\nfor await (const x of ticks(${ms}, '${n}')) { ${builder.log('x')} if (++${n} === 2) break; }`;
  },
  (builder, place) => {
    const name = builder.name('C');
    builder.declarations.push(
      `class ${name} extends Base { async work(v) { ${builder.log('v')} return [await super.work(v), ${builder.expression({ ...place, async: true })}]; } }`,
    );
    return builder.log(`await new ${name}().work('${builder.name('v')}')`);
  },
];

export function statement(builder: Builder, place: Place): string {
  if (place.depth <= 0) return builder.log();
  const kind = builder.choose(place.async ? 5 : 2);
  if (kind >= 2) return builder.pick(builder.choose(4) === 3 ? elsewhere : waiting)(builder, place);
  if (kind === 1 && place.caught && builder.choose(6) === 5)
    return `${builder.log()} if (Date.now() > 0) fail('${builder.name('e')}');`;
  return builder.pick(anywhere)(builder, place);
}

function leave(builder: Builder): string {
  return builder.pick(['', '', 'break;', 'continue;', `fail('${builder.name('e')}');`]);
}

function resource(builder: Builder): string {
  return `${builder.pick(['resource', 'resource', 'handle', 'failing'])}('${builder.name('r')}')`;
}

function interval(builder: Builder): string {
  const [n, timer] = [builder.name('n'), builder.name('t')];
  const stop = `if (++${n} === ${builder.pick(['1', '2', '3'])}) clearInterval(${timer});`;
  return `let ${n} = 0;\nconst ${timer} = setInterval(() => { ${builder.log(n)} ${stop} }, ${builder.pick(['1', '2', '5'])});`;
}

/** A timer or an immediate that another callback clears, perhaps too late, or sets back. */
function cancelled(builder: Builder): string {
  const [timer, log] = [builder.name('t'), builder.log()];
  const ms = () => builder.pick(['0', '1', '2', '3', '5']);
  return builder.pick([
    () =>
      `const ${timer} = setTimeout(() => { ${log} }, ${ms()});\nsetTimeout(() => { clearTimeout(${timer}); }, ${ms()});`,
    () => `const ${timer} = setImmediate(() => { ${log} });\nsetImmediate(() => { clearImmediate(${timer}); });`,
    () =>
      `const ${timer} = setTimeout(() => { ${log} }, ${ms()});\nsetTimeout(() => { ${timer}.refresh(); }, ${ms()});`,
    () => `const ${timer} = setImmediate(() => { ${log} });\nprocess.nextTick(() => { clearImmediate(${timer}); });`,
  ])();
}
