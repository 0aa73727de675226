// Gives a class of the engine the methods of a class of a library, which know their objects by themselves.

/** What `prototype` has itself stays, and is as enumerable as the library's. */
export function takeMethods(prototype: object, library: object): void {
  for (const key of Reflect.ownKeys(library)) {
    const property = Object.getOwnPropertyDescriptor(library, key);
    if (key === 'constructor' || !property) continue;
    const { enumerable = false } = property;
    const own = Object.hasOwn(prototype, key) ? { enumerable } : { ...property, configurable: true };
    Object.defineProperty(prototype, key, own);
  }
}
