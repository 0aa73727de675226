// Random generators and iterables: what they yield, hand on and clean up, and the requests that reach them.
import type { Builder, Place } from './builder.ts';

/** Declares an async generator and gives its name. */
export function asyncGenerator(builder: Builder, place: Place): string {
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
export function queuedRequests(builder: Builder, place: Place): string {
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

/** Something to iterate over that the program wrote itself; it may lack a return(), or fail. */
export function customIterable(builder: Builder, place: Place): string {
  const inside = { ...place, async: false };
  const values = `[${builder.expression(inside)}, ${builder.expression(inside)}, 'last']`;
  const end = builder.pick([
    '',
    `return() { ${builder.log()} return {}; }`,
    `return() { ${builder.log()} return Promise.resolve({}); }`,
    `return() { ${builder.log()} throw new Error('${builder.name('e')}'); }`,
  ]);
  const sync = 'next: () => ({ value: values[at], done: ++at > values.length })';
  const [kind, next] = builder.pick([
    ['asyncIterator', sync],
    ['asyncIterator', 'next: async () => ({ value: values[at], done: ++at > values.length })'],
    ['asyncIterator', 'async next() { await null; return { value: values[at], done: ++at > values.length }; }'],
    ['iterator', sync],
  ]);
  return `(() => { const values = ${values}; let at = 0; return { [Symbol.${kind}]: () => ({ ${next}, ${end} }) }; })()`;
}

/** A sync generator with three requests. */
export function syncGenerator(builder: Builder): string {
  const name = builder.name('s');
  const guarded = `try { ${builder.log('yield 1')} ${builder.log('yield* [2, 3]')} } finally { ${builder.log()} }`;
  builder.declarations.push(`function* ${name}() { ${guarded} return 4; }`);
  return requests(builder, name);
}

/** A sync generator that hands its requests to another one, or to an iterator that may lack throw() and return(). */
export function delegation(builder: Builder): string {
  const [outer, inner] = [builder.name('s'), builder.name('s')];
  const caught = builder.pick(['', `catch (e) { ${builder.log('e')} ${builder.pick(['', 'yield 5;'])} }`]);
  builder.declarations.push(
    `function* ${inner}() { try { ${builder.log('yield 1')} yield 2; } ${caught} finally { ${builder.log()} ${builder.pick(['', 'yield 6;'])} } return 3; }`,
  );
  const bare = `{ [Symbol.iterator]: () => ({ next: (v) => { ${builder.log('v')} return { value: v, done: false }; } }) }`;
  const source = builder.pick([`${inner}()`, `${inner}()`, bare, `[7, 8]`]);
  builder.declarations.push(
    `function* ${outer}() { try { ${builder.log(`yield* ${source}`)} yield 9; } finally { ${builder.log()} } }`,
  );
  return requests(builder, outer);
}

function requests(builder: Builder, name: string): string {
  const it = builder.name('it');
  const request = () => {
    const call = builder.pick(["next('a')", "return('b')", "next('c')", `throw(new Error('${builder.name('e')}'))`]);
    return `try { ${builder.log(`${it}.${call}`)} } catch (e) { ${builder.log('e')} }`;
  };
  return `const ${it} = ${name}();\n${request()}\n${request()}\n${request()}`;
}
