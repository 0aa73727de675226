// What is made when it is first asked for: a program pays for what it uses alone.

export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
