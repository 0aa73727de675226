// Puts a watch around methods of Node. A proxy keeps everything else of them; one that is not there stays away.

export interface Call {
  /** Of the method. */
  readonly name: string;
  readonly self: unknown;
  readonly values: readonly unknown[];
  /** Calls the method once, as it was called. */
  readonly go: () => unknown;
}

export function replace(owner: object, names: readonly PropertyKey[], watch: (call: Call) => unknown): void {
  for (const name of names) {
    const method: unknown = Reflect.get(owner, name);
    if (typeof method !== 'function') continue;
    const value = new Proxy(method, {
      apply: (target, self: unknown, values: unknown[]) =>
        watch({ name: String(name), self, values, go: (): unknown => Reflect.apply(target, self, values) }),
    });
    Object.defineProperty(owner, name, { ...(Object.getOwnPropertyDescriptor(owner, name) ?? inherited), value });
  }
}

const inherited: PropertyDescriptor = { writable: true, configurable: true, enumerable: false };

/** A property of something that is perhaps no object. */
export function property(owner: unknown, name: PropertyKey): unknown {
  return (typeof owner === 'object' && owner !== null) || typeof owner === 'function'
    ? Reflect.get(owner, name)
    : undefined;
}
