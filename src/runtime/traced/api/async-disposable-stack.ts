// AsyncDisposableStack (proposal-explicit-resource-management, 12.4), over what `await using` disposes with.
import { Disposals } from '../engine/async/disposals.ts';
import type { Environment } from '../engine/environment.ts';
import { describe } from '../engine/describe.ts';
import { named } from '../engine/named.ts';
import { isObject } from '../engine/object.ts';

type Callback = (...args: unknown[]) => unknown;

/** A class for one run. */
export function createAsyncDisposableStack(environment: Environment): object {
  /** What each has opened; undefined once it is disposed. */
  const opened = new WeakMap<object, Disposals | undefined>();

  class AsyncDisposableStack {
    static {
      named('AsyncDisposableStack', this);
    }

    constructor() {
      opened.set(this, new Disposals());
    }

    use(value: unknown): unknown {
      return openedBy(opened, this, 'use').addAsync(value);
    }

    disposeAsync(): object {
      return disposeAll(environment, opened, this);
    }

    adopt(value: unknown, onDispose: unknown): unknown {
      const disposals = openedBy(opened, this, 'adopt');
      const dispose = functionOnly(onDispose);
      disposals.addCallback(() => Reflect.apply(dispose, undefined, [value]));
      return value;
    }

    defer(onDispose: unknown): void {
      const disposals = openedBy(opened, this, 'defer');
      const dispose = functionOnly(onDispose);
      disposals.addCallback(() => Reflect.apply(dispose, undefined, []));
    }

    move(): AsyncDisposableStack {
      const disposals = openedBy(opened, this, 'move');
      const moved = new AsyncDisposableStack();
      opened.set(moved, disposals);
      opened.set(this, undefined);
      return moved;
    }

    get disposed(): boolean {
      return known(opened, this, 'disposed') === undefined;
    }
  }

  const { prototype } = AsyncDisposableStack;
  const disposal = Object.getOwnPropertyDescriptor(prototype, 'disposeAsync') ?? {};
  Object.defineProperty(prototype, Symbol.asyncDispose, disposal);
  Object.defineProperty(prototype, Symbol.toStringTag, { value: 'AsyncDisposableStack', configurable: true });
  return AsyncDisposableStack;
}

type Opened = WeakMap<object, Disposals | undefined>;

function known(opened: Opened, stack: unknown, method: string): Disposals | undefined {
  if (isObject(stack) && opened.has(stack)) return opened.get(stack);
  const name = `AsyncDisposableStack.prototype.${method}`;
  throw new TypeError(`Method ${name} called on incompatible receiver ${describe(stack)}`);
}

function openedBy(opened: Opened, stack: unknown, method: string): Disposals {
  const disposals = known(opened, stack, method);
  if (disposals) return disposals;
  const name = `AsyncDisposableStack.prototype.${method}`;
  throw new ReferenceError(`Cannot call ${name} on an already-disposed DisposableStack`);
}

function functionOnly(value: unknown): Callback {
  if (typeof value === 'function') return value as Callback;
  throw new TypeError(`${describe(value)} is not a function`);
}

/** AsyncDisposableStack.prototype.disposeAsync ( ): runs as an async function, tick for tick. */
function disposeAll(environment: Environment, opened: Opened, stack: object): object {
  const { core, promises, functions } = environment;
  const capability = promises.newPromiseCapability();
  if (!isObject(stack) || !opened.has(stack)) {
    capability.reject(new TypeError('Receiver is not an AsyncDisposableStack'));
    return capability.promise;
  }
  const disposals = opened.get(stack);
  opened.set(stack, undefined);
  if (!disposals) {
    capability.resolve();
    return capability.promise;
  }
  const frame = core.frames.create('async function', 'disposeAsync', core.frames.line());
  core.frames.run(frame);
  functions.asyncBlockStart(frame, disposing(environment, disposals), capability);
  return capability.promise;
}

function* disposing({ core }: Environment, disposals: Disposals): Generator {
  for (let dispose; (dispose = disposals.next()) !== undefined;) {
    try {
      const result = dispose();
      if (disposals.waits) yield result;
    } catch (thrown) {
      disposals.fail(core.caught(thrown));
    }
  }
  disposals.end();
}
