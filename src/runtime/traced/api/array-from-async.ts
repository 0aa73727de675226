// Array.fromAsync over the engine's promises, tick for tick as V8 has it: after any error the iterator is closed and
// its return() awaited.
import type { Environment } from '../engine/environment.ts';
import { objectOnly } from '../engine/async/iterator.ts';
import type { OpenIterator } from '../engine/async/iterator.ts';

type Mapper = ((value: unknown, index: number) => unknown) | undefined;

export function createFromAsync(environment: Environment): (items: unknown, map?: Mapper) => object {
  const { core, functions, iterators, promises } = environment;
  return (items, map) => {
    const capability = promises.newPromiseCapability();
    const { frames } = core;
    const frame = frames.create('async function', 'Array.fromAsync', frames.line());
    frames.run(frame);
    const body = isIterable(items)
      ? fromIterator(environment, iterators.open(items, 'the value is not async iterable'), map)
      : fromArrayLike(items, map);
    functions.asyncBlockStart(frame, body, capability);
    return capability.promise;
  };
}

function* fromIterator({ core }: Environment, iterator: OpenIterator, map: Mapper): Generator {
  const results: unknown[] = [];
  try {
    for (;;) {
      const result = objectOnly(yield iterator.next());
      if (Reflect.get(result, 'done')) return results;
      const value: unknown = Reflect.get(result, 'value');
      results.push(map ? yield map(value, results.length) : value);
    }
  } catch (thrown) {
    const error = core.caught(thrown);
    yield* closed(iterator);
    throw error;
  }
}

function* closed(iterator: OpenIterator): Generator {
  try {
    const close = iterator.method('return');
    if (close) yield close();
  } catch {
    // the first error wins
  }
}

function* fromArrayLike(items: unknown, map: Mapper): Generator {
  if (items == null) {
    throw new TypeError(`Cannot read properties of ${String(items)} (reading 'Symbol(Symbol.asyncIterator)')`);
  }
  const holder = Object(items) as ArrayLike<unknown>;
  const results: unknown[] = [];
  const length = Math.min(Math.trunc(holder.length) || 0, Number.MAX_SAFE_INTEGER);
  for (let index = 0; index < length; index++) {
    const value: unknown = yield holder[index];
    results.push(map ? yield map(value, index) : value);
  }
  return results;
}

function isIterable(items: unknown): boolean {
  if (items == null) return false;
  const holder = Object(items) as object;
  return Symbol.asyncIterator in holder || Symbol.iterator in holder;
}
