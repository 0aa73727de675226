// node:async_hooks: AsyncLocalStorage and AsyncResource. A context travels with every job that is queued under it, as an
// AsyncContextFrame does in Node (lib/internal/async_local_storage/async_context_frame.js, lib/async_hooks.js).
import type { Environment } from '../engine/environment.ts';
import type { Context } from '../engine/context.ts';
import type { Core } from '../engine/core.ts';
import { callbackOnly, textOnly } from './arguments.ts';
import { addMethods } from '../engine/methods.ts';
import { named } from '../engine/named.ts';
import type { Refusals } from './refusals.ts';

type Work = (this: unknown, ...args: unknown[]) => unknown;

export function createAsyncHooks(environment: Environment, refusals: Refusals) {
  const AsyncResource = asyncResourceClass(environment);
  const AsyncLocalStorage = storageClass(environment.core);
  addMethods(AsyncLocalStorage, storageStatics(environment.core, AsyncResource));
  refusals.guard('storage', AsyncLocalStorage.prototype);
  refusals.guard('resource', AsyncResource.prototype);
  return { AsyncLocalStorage: refusals.guard('AsyncLocalStorage', AsyncLocalStorage), AsyncResource };
}

function storageClass(core: Core) {
  return class AsyncLocalStorage {
    static {
      named('AsyncLocalStorage', this);
    }

    readonly #fallback: unknown;
    readonly #name: string;

    constructor({ defaultValue, name = '' }: { readonly defaultValue?: unknown; readonly name?: unknown } = {}) {
      this.#fallback = defaultValue;
      this.#name = String(name);
    }

    get name(): string {
      return this.#name;
    }

    /** What other storages enter meanwhile stays. */
    run(value: unknown, work: Work, ...args: unknown[]): unknown {
      const before = this.getStore();
      if (Object.is(before, value)) return Reflect.apply(work, null, args);
      this.enterWith(value);
      try {
        return Reflect.apply(work, null, args);
      } finally {
        this.enterWith(before);
      }
    }

    exit(work: Work, ...args: unknown[]): unknown {
      return this.run(undefined, work, ...args);
    }

    /** Until the returned scope is disposed. */
    withScope(value: unknown): object {
      const before = this.getStore();
      this.enterWith(value);
      return {
        dispose: () => this.enterWith(before),
        [Symbol.dispose]: () => this.enterWith(before),
      };
    }

    enterWith(value: unknown): void {
      core.context = new Map(core.context).set(this, value);
    }

    disable(): void {
      if (!core.context) return;
      const context = new Map(core.context);
      context.delete(this);
      core.context = context;
    }

    getStore(): unknown {
      return core.context?.has(this) ? core.context.get(this) : this.#fallback;
    }
  };
}

function storageStatics(core: Core, AsyncResource: ReturnType<typeof asyncResourceClass>) {
  return {
    bind: (work: unknown) => new AsyncResource('bound').bind(work),
    snapshot: () => {
      const { context } = core;
      return (work: Work, ...args: unknown[]) => core.under(context, () => Reflect.apply(work, undefined, args));
    },
  };
}

function asyncResourceClass({ core, formatter }: Environment) {
  return class AsyncResource {
    static {
      named('AsyncResource', this);
    }

    readonly #context: Context | undefined;

    constructor(type: unknown) {
      textOnly(type, 'type', formatter);
      this.#context = core.context;
    }

    static bind(work: unknown, type?: unknown, self?: unknown): Work {
      const name = typeof work === 'function' ? work.name : '';
      return new AsyncResource(type || name || 'bound-anonymous-fn').bind(work, self);
    }

    runInAsyncScope(work: Work, self?: unknown, ...args: unknown[]): unknown {
      return core.under(this.#context, () => Reflect.apply(work, self, args));
    }

    /** With `self` as `this`, or what the bound function is called on. */
    bind(work: unknown, self?: unknown): Work {
      const given = callbackOnly(work, formatter, 'fn');
      const context = this.#context;
      const bound = function (this: unknown, ...args: unknown[]) {
        return core.under(context, () => Reflect.apply(given, self === undefined ? this : self, args));
      };
      return Object.defineProperty(bound, 'length', { value: given.length, configurable: true });
    }

    emitDestroy(): this {
      return this;
    }
  };
}
