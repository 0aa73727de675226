// Methods that a class gets from outside its body, where one body would be too long to read.

/** As a class body has them: writable, configurable, not enumerable. */
export function addMethods(target: object, methods: object): void {
  for (const [name, value] of Object.entries(methods) as [string, unknown][]) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}
