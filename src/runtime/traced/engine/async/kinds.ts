// What a program sees of async functions as objects: the transform makes ordinary functions of them, and here they get
// the prototype, name, length and own properties of ECMA-262 sections 27.4 and 27.7. One set per run.
import { named } from '../named.ts';

export interface AsyncKind {
  readonly name: 'AsyncFunction' | 'AsyncGeneratorFunction';
  /** What the functions inherit from. */
  readonly prototype: object;
  /** Gives the prototype the properties that it has by the standard. */
  readonly restore: () => void;
}

const method = /^[^]*?\(\.\.\.\$\$a\)\{[^]*?\$\$\.(asyncCall|asyncGenerator)\((\d+),/;

export class AsyncKinds {
  readonly plain: AsyncKind;
  readonly generator: AsyncKind;
  /** The async generator `id`, as it was made last. */
  readonly generators = new Map<number, object>();
  readonly #lengths: (id: number) => number;
  readonly #parent: () => object;
  readonly #marked = new WeakSet<object>();

  /** `refuse` ends the run: a function cannot be made from text. `parent` is what all async generators inherit from. */
  constructor(refuse: () => never, lengths: (id: number) => number, parent: () => object) {
    this.plain = kind('AsyncFunction', refuse);
    this.generator = kind('AsyncGeneratorFunction', refuse);
    this.#lengths = lengths;
    this.#parent = parent;
  }

  has(value: unknown): boolean {
    return typeof value === 'function' && this.#marked.has(value);
  }

  /** Makes a function an async one; without a name it keeps that which it has. */
  mark<F extends object>(id: number, generator: boolean, made: F, name?: string): F {
    this.#marked.add(made);
    Object.setPrototypeOf(made, (generator ? this.generator : this.plain).prototype);
    Object.defineProperty(made, 'length', { value: this.#lengths(id), configurable: true });
    if (name !== undefined) named(name, made);
    if (!generator) return made;
    const prototype = Object.create(this.#parent()) as object;
    this.generators.set(id, made);
    return Object.defineProperty(made, 'prototype', { value: prototype, writable: true });
  }

  /** Marks the async methods among what `holder` has itself; the text of each says which it is. */
  markMethods<H extends object>(holder: H, textOf: (made: object) => string): H {
    for (const key of Reflect.ownKeys(holder)) {
      const value: unknown = Reflect.getOwnPropertyDescriptor(holder, key)?.value;
      if (typeof value === 'function' && !this.#marked.has(value)) this.markMethod(value, textOf(value));
    }
    return holder;
  }

  markMethod(made: object, text: string): void {
    const found = text.startsWith('class') || text.startsWith('function') ? null : method.exec(text);
    if (found && !this.#marked.has(made)) this.mark(Number(found[2]), found[1] === 'asyncGenerator', made);
  }
}

function kind(name: AsyncKind['name'], refuse: () => never): AsyncKind {
  const prototype = Object.create(Function.prototype) as object;
  const constructor = named(name, function () {
    return refuse();
  });
  Object.setPrototypeOf(constructor, Function);
  Object.defineProperty(constructor, 'length', { value: 1, configurable: true });
  Object.defineProperty(constructor, 'prototype', { value: prototype, writable: false });
  const own = {
    constructor: { value: constructor, writable: false, configurable: true },
    [Symbol.toStringTag]: { value: name, writable: false, configurable: true },
  };
  const restore = () => void Object.defineProperties(prototype, own);
  restore();
  return { name, prototype, restore };
}
