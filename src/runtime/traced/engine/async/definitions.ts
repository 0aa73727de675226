// The calls of `$$` that make and call async functions: declared ones, expressions, arrows and methods.
import { AsyncGeneratorState } from './generator.ts';
import type { GeneratorHost } from './generator.ts';
import type { Body } from './function.ts';
import type { AsyncKinds } from './kinds.ts';
import type { Frame } from '../frames.ts';

export interface DefinitionParts extends GeneratorHost {
  readonly asyncKinds: AsyncKinds;
  /** The object of an async generator, on `prototype` or, where that is none, on the one that all have. */
  readonly generatorObject: (state: AsyncGeneratorState, prototype?: unknown) => object;
}

/** Held from the start: a run refuses to show the text of functions. */
const toString: (this: unknown) => string = Reflect.get(Function.prototype, 'toString');
const textOf = (made: object): string => Reflect.apply(toString, made, []);

export class AsyncDefinitions {
  /** The name of the last computed key that was remembered. */
  key = '';
  readonly #parts: DefinitionParts;

  constructor(parts: DefinitionParts) {
    this.#parts = parts;
  }

  asyncCall(id: number, self: unknown, args: readonly unknown[], body: Body): object {
    return this.#parts.functions.asyncFunctionStart(id, self, args, body);
  }

  /** An async function that is declared. */
  made(id: number, name: string, body: Body): object {
    const { asyncKinds } = this.#parts;
    const isGenerator = this.#parts.core.frames.info(id).kind === 'async generator';
    const call = (self: unknown, args: readonly unknown[]) =>
      isGenerator ? this.asyncGenerator(id, self, args, body) : this.asyncCall(id, self, args, body);
    return asyncKinds.mark(id, isGenerator, methodOf(call), name);
  }

  /** An async function expression; `body` is given the function itself, for its own name in it. */
  expressed(id: number, name: string, body: (self: unknown) => Body): object {
    const made: object = this.made(id, name, (frame) => within(frame));
    const within = body(made);
    return made;
  }

  /** An async arrow function. */
  arrow(id: number, name: string, made: object): object {
    return this.#parts.asyncKinds.mark(id, false, made, name);
  }

  /** The async methods that a class or an object has itself. */
  methods<H extends object>(holder: H): H {
    return this.#parts.asyncKinds.markMethods(holder, textOf);
  }

  /** Async methods that only the class itself can reach. */
  marked(...made: readonly object[]): void {
    for (const each of made) this.#parts.asyncKinds.markMethod(each, textOf(each));
  }

  /** The computed name of the async function that is made next. */
  remember(key: unknown): PropertyKey {
    const name = typeof key === 'symbol' ? key : String(key);
    this.key = typeof name === 'symbol' ? (name.description === undefined ? '' : `[${name.description}]`) : name;
    return name;
  }

  asyncGenerator(id: number, self: unknown, args: readonly unknown[], body: Body): object {
    this.#parts.core.step();
    const info = this.#parts.core.frames.info(id);
    const start = (frame: Frame) => Reflect.apply(body(frame), self, args);
    const state = new AsyncGeneratorState(this.#parts, info, start);
    const made = this.#parts.asyncKinds.generators.get(id);
    return this.#parts.generatorObject(state, made && Reflect.get(made, 'prototype'));
  }
}

/** A method has no `prototype` and is no constructor. */
function methodOf(call: (self: unknown, args: readonly unknown[]) => object): object {
  const holder = {
    method(this: unknown, ...args: unknown[]): object {
      return call(this, args);
    },
  };
  return Reflect.get(holder, 'method');
}
