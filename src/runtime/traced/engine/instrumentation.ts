// The calls that the transform (../compile) puts into a program: its `$$` is an object of this class. They say where the
// program stands, and hand each await, yield and return over to the engine.
import { AsyncDefinitions } from './async/definitions.ts';
import type { DefinitionParts } from './async/definitions.ts';
import { objectOnly } from './async/iterator.ts';
import type { AsyncIterators } from './async/iterator.ts';
import type { Core } from './core.ts';
import { delegation } from './async/delegation.ts';
import { Disposals } from './async/disposals.ts';
import type { Frame } from './frames.ts';
import { isObject } from './object.ts';
import { ElementAccess } from '../threads/elements.ts';
import { AwaitRequest } from './async/generator-requests.ts';
import type { Yielding } from './async/yielding.ts';

/** What the code of a file asks of the modules around it. */
export interface ModuleScope {
  /** The exports of a module of Node; throws for one that is not available. */
  readonly importModule: (specifier: string) => object;
  /** import(): the promise of a module. `attributes`: its second argument's `with`. */
  readonly importLater: (specifier: string, attributes: unknown) => object;
  readonly meta: () => object;
  /** What another file exports. */
  readonly bindings: (specifier: string) => { readonly namespace: object; readonly values: object };
  /** The declarations of the file are there: how its exports are read. */
  readonly link: (getters: Readonly<Record<string, () => unknown>>) => void;
}

/** What the operations are built on. */
export interface Parts extends DefinitionParts {
  readonly iterators: AsyncIterators;
  readonly yielding: Yielding;
  readonly scope: ModuleScope;
  /** Ends the run: the engine does not have `what`. */
  readonly refuse: (what: string) => never;
}

export class Instrumentation extends AsyncDefinitions {
  readonly #parts: Parts;
  readonly #core: Core;
  readonly elements: ElementAccess;

  constructor(parts: Parts) {
    super(parts);
    this.#parts = parts;
    this.#core = parts.core;
    this.elements = new ElementAccess(parts.core.turns);
  }

  /** `import.meta` */
  get meta(): object {
    return this.#parts.scope.meta();
  }

  /** Before each statement. */
  line(frame: Frame, line: number): void {
    const core = this.#core;
    core.step();
    frame.line = line;
    core.lastLine = line;
    if (frame.state === 'suspended') core.frames.run(frame);
    if (core.traced) core.emit({ kind: 'line', strand: frame.strand, line });
  }

  enter(id: number): Frame {
    this.#core.step();
    return this.#core.frames.enter(id);
  }

  leave(frame: Frame): void {
    this.#core.frames.leave(frame);
  }

  /** A sync generator ended by an error. */
  thrown(frame: Frame, error: unknown): unknown {
    this.#core.rethrowHalt();
    this.#core.frames.settle(frame, 'throw');
    return error;
  }

  /** At the start of each catch block: what the strand waited for failed. Gives what the program is to find there. */
  caught(frame: Frame, thrown?: unknown): unknown {
    const error = this.#core.caught(thrown);
    if (frame.state === 'suspended') this.#core.frames.run(frame, 'throw');
    return error;
  }

  /** At the start of each finally block: a generator may be ended by throw() or by return(). */
  ending(frame: Frame): void {
    this.#core.rethrowHalt();
    if (frame.state === 'suspended') this.#core.frames.run(frame);
  }

  /** Before an await: the strand waits for `value`. The wait itself is AsyncFunctions.await (async/function.ts). */
  suspend(frame: Frame, line: number, value: unknown): unknown {
    return this.#parts.functions.suspend(frame, line, value);
  }

  /** After an await or a yield. */
  resume(frame: Frame, value: unknown): unknown {
    this.#core.frames.run(frame);
    return value;
  }

  awaits(value: unknown): AwaitRequest {
    return new AwaitRequest(value);
  }

  /** Before a yield of a sync generator. */
  yields(frame: Frame, line: number, value?: unknown): unknown {
    this.#core.frames.yields(frame, line);
    return value;
  }

  /** What `yield*` of a sync generator iterates over; `message` is for what has no iterator, where it is fixed. */
  delegate(frame: Frame, line: number, iterable: unknown, message?: string): Iterable<unknown> {
    frame.line = line;
    return delegation(this.#core, frame, iterable, message);
  }

  yieldAsync(frame: Frame, line: number, value?: unknown): Generator {
    return this.#parts.yielding.yield(frame, line, value);
  }

  delegateAsync(frame: Frame, line: number, iterable: unknown): Generator {
    return this.#parts.yielding.yieldStar(frame, line, iterable);
  }

  /** Before an async function returns `value`. What a returned promise costs is said in async/function.ts. */
  returns(frame: Frame, line: number, value: unknown): unknown {
    frame.line = line;
    if (this.#core.traced && this.#parts.promises.slotOf(value)) {
      this.#core.emit({ kind: 'return promise', strand: frame.strand, line });
    }
    return value;
  }

  /** The iterator of a `for await`; `message` is for what has none. */
  iterate(iterable: unknown, message: string): { next: () => unknown; close: () => unknown } {
    const iterator = this.#parts.iterators.open(iterable, message);
    return { next: () => iterator.next(), close: () => iterator.method('return')?.() };
  }

  isDone(result: unknown): boolean {
    return Boolean(Reflect.get(objectOnly(result), 'done'));
  }

  object(value: unknown): void {
    objectOnly(value);
  }

  /** What fails while an iterator is closed after an error is dropped: the first error wins (AsyncIteratorClose, 7.4.14). */
  quietly(work: () => unknown): unknown {
    try {
      return work();
    } catch {
      this.#core.rethrowHalt();
      return undefined;
    }
  }

  disposals(): Disposals {
    return new Disposals();
  }

  importModule(specifier: string): object {
    return this.#parts.scope.importModule(specifier);
  }

  bindings(specifier: string): ReturnType<ModuleScope['bindings']> {
    return this.#parts.scope.bindings(specifier);
  }

  link(getters: Parameters<ModuleScope['link']>[0]): void {
    this.#parts.scope.link(getters);
  }

  /** `import()` (EvaluateImportCall, ECMA-262 13.3.10.2); what is wrong with the arguments rejects. */
  importLater(specifier: unknown, options?: unknown): object {
    try {
      return this.#parts.scope.importLater(asText(specifier), attributesOf(options));
    } catch (thrown) {
      const { promise, reject } = this.#parts.promises.newPromiseCapability();
      reject(this.#core.caught(thrown));
      return promise;
    }
  }

  /** `import.source()` and `import.defer()`: their arguments are checked as those of `import()` are. */
  importPhase(phase: string): (specifier: unknown, options?: unknown) => object {
    return (specifier, options) => {
      const { promise, reject } = this.#parts.promises.newPromiseCapability();
      try {
        asText(specifier);
        attributesOf(options);
        this.#parts.refuse(`import.${phase}()`);
      } catch (thrown) {
        reject(this.#core.caught(thrown));
      }
      return promise;
    };
  }
}

function asText(value: unknown): string {
  // String() alone would name it
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return String(value);
}

function attributesOf(options: unknown): unknown {
  if (options === undefined) return undefined;
  if (!isObject(options)) throw new TypeError('The second argument to import() must be an object');
  const attributes: unknown = Reflect.get(options, 'with');
  if (attributes === undefined) return undefined;
  if (!isObject(attributes)) throw new TypeError("The 'with' option must be an object");
  for (const key of Object.keys(attributes)) {
    if (typeof Reflect.get(attributes, key) !== 'string')
      throw new TypeError('Import attribute value must be a string');
  }
  return attributes;
}
