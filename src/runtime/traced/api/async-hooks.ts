// node:async_hooks: AsyncLocalStorage. A context travels with every job that is queued under it.
import type { Core } from '../engine/core.ts';
import { named } from '../engine/named.ts';

export function createAsyncHooks(core: Core) {
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

    static bind(work: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
      const { context } = core;
      return function (this: unknown, ...args: unknown[]) {
        return core.under<unknown>(context, () => Reflect.apply(work, this, args));
      };
    }

    static snapshot(): (work: (...args: unknown[]) => unknown, ...args: unknown[]) => unknown {
      const { context } = core;
      return (work, ...args) => core.under(context, () => work(...args));
    }

    run(value: unknown, work: (...args: unknown[]) => unknown, ...args: unknown[]): unknown {
      return core.under(this.#with(value), () => work(...args));
    }

    exit(work: (...args: unknown[]) => unknown, ...args: unknown[]): unknown {
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

  return { AsyncLocalStorage };
}
