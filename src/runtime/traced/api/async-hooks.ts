// node:async_hooks: AsyncLocalStorage. A context travels with every job that is queued under it, as an AsyncContextFrame
// does in Node (lib/internal/async_local_storage/async_context_frame.js).
import type { Core } from '../engine/core.ts';
import type { Refusals } from './refusals.ts';
import { named } from '../engine/named.ts';

type Work = (...args: unknown[]) => unknown;

export function createAsyncHooks(core: Core, refusals: Refusals) {
  class AsyncLocalStorage {
    static {
      named('AsyncLocalStorage', this);
    }

    readonly #fallback: unknown;
    readonly name: string;

    constructor({ defaultValue, name = '' }: { readonly defaultValue?: unknown; readonly name?: string } = {}) {
      this.#fallback = defaultValue;
      this.name = name;
    }

    static bind(work: Work): Work {
      return bind(core, work);
    }

    static snapshot(): (work: Work, ...args: unknown[]) => unknown {
      const { context } = core;
      return (work, ...args) => core.under(context, () => work(...args));
    }

    run(value: unknown, work: Work, ...args: unknown[]): unknown {
      return core.under(this.#with(value), () => work(...args));
    }

    exit(work: Work, ...args: unknown[]): unknown {
      return this.run(undefined, work, ...args);
    }

    enterWith(value: unknown): void {
      core.context = this.#with(value);
    }

    disable(): void {
      core.context = this.#with(undefined);
    }

    getStore(): unknown {
      return core.context?.has(this) ? core.context.get(this) : this.#fallback;
    }

    #with(value: unknown): Core['context'] {
      return new Map(core.context).set(this, value);
    }
  }

  refusals.guard('storage', AsyncLocalStorage.prototype);
  return { AsyncLocalStorage: refusals.guard('AsyncLocalStorage', AsyncLocalStorage) };
}

function bind(core: Core, work: Work): Work {
  const { context } = core;
  return function (this: unknown, ...args: unknown[]) {
    return core.under<unknown>(context, () => Reflect.apply(work, this, args));
  };
}
