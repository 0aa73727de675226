// Random functions that are looked at instead of called: printed, measured, in objects, arrays and classes.
import type { Builder } from './builder.ts';

/** A statement that makes a function and prints what can be seen of it. */
export function looked(builder: Builder): string {
  const name = builder.name('g');
  const made = `const ${name} = ${functionIn(builder)};`;
  const label = `'${builder.name('')}'`;
  return builder.pick([
    `{ ${declared(builder, name)} console.log(${label}, ${name}, kind(${name})); }`,
    `{ ${made} console.log(${label}, ${name}, kind(${name})); }`,
    `{ ${made} console.log(${label}, [${name}, ${functionIn(builder)}], { ${name}, other: ${functionIn(builder)} }); }`,
    `{ ${made} ${name}.own = { ${name} }; console.log(${label}, ${name}, new Map([[${name}, 1]]), ${name}.bind(null, 1)); }`,
    `{ const ${name} = ${objectIn(builder)}; console.log(${label}, ${name}, Object.values(${name}).map(kind)); }`,
    `{ class ${name} { ${members(builder)} } console.log(${label}, ${name}, new ${name}(), new ${name}().m, kind(new ${name}().m)); }`,
    `{ ${made} try { new ${name}(); ${builder.log()} } catch (e) { ${builder.log('e')} } }`,
  ]);
}

function parameters(builder: Builder): string {
  return builder.pick(['', 'a', 'a, b', 'a, b = 1, c', '...all', '{ a }, [b]', 'a = async () => 1']);
}

function declared(builder: Builder, name: string): string {
  return `${builder.pick(['async function', 'async function*', 'function', 'function*'])} ${name}(${parameters(builder)}) { }`;
}

function functionIn(builder: Builder): string {
  return builder.pick([
    `async (${parameters(builder)}) => { }`,
    `async (${parameters(builder)}) => 1`,
    `async function (${parameters(builder)}) { }`,
    declared(builder, builder.name('n')),
    `async function* (${parameters(builder)}) { }`,
    `(${parameters(builder)}) => 1`,
    `async ${builder.name('a')} => 1`,
  ]);
}

function methodIn(builder: Builder, name: string): string {
  const kind = builder.pick(['async ', 'async *', '', '*']);
  return `${kind}${name}(${parameters(builder)}) { }`;
}

function objectIn(builder: Builder): string {
  const parts = Array.from({ length: builder.choose(6) + 1 }, () => {
    const key = builder.name('k');
    return builder.pick([
      methodIn(builder, key),
      `${key}: ${functionIn(builder)}`,
      methodIn(builder, `['${key}' + 1]`),
      `['${key}' + 2]: ${functionIn(builder)}`,
    ]);
  });
  return `{ ${parts.join(', ')} }`;
}

function members(builder: Builder): string {
  const parts = Array.from({ length: builder.choose(4) }, () => {
    const key = builder.name('k');
    return builder.pick([
      `${key} = ${functionIn(builder)};`,
      `static ${key} = ${functionIn(builder)};`,
      methodIn(builder, key),
      `static ${methodIn(builder, key)} static ${key}seen = this.${key};`,
      `${methodIn(builder, `#${key}`)} ${key} = this.#${key};`,
    ]);
  });
  return `${methodIn(builder, 'm')} ${parts.join(' ')}`;
}
