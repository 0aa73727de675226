// Puts a watch around methods of Node. A proxy keeps everything else of them; one that is not there stays away.

export interface Call {
  /** Of the method. */
  readonly name: string;
  readonly self: unknown;
  readonly values: readonly unknown[];
  /** Calls the method once, as it was called or with these values. */
  readonly go: (values?: readonly unknown[]) => unknown;
}

export function replace(owner: object, names: readonly PropertyKey[], watch: (call: Call) => unknown): void {
  for (const name of names) {
    const method: unknown = Reflect.get(owner, name);
    if (typeof method !== 'function') continue;
    const value = new Proxy(method, {
      apply: (target, self: unknown, called: unknown[]) => {
        const go = (values: readonly unknown[] = called): unknown => Reflect.apply(target, self, values);
        return watch({ name: String(name), self, values: called, go });
      },
    });
    Object.defineProperty(owner, name, { ...(Object.getOwnPropertyDescriptor(owner, name) ?? inherited), value });
  }
}

const inherited: PropertyDescriptor = { writable: true, configurable: true, enumerable: false };

/** Node calls the method of this name for each message that a port delivers. */
export const deliver = Symbol.for('nodejs.internal.kHybridDispatch');
