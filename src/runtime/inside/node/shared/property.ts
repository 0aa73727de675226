// A property of something that is perhaps no object.

export function property(owner: unknown, name: PropertyKey): unknown {
  return (typeof owner === 'object' && owner !== null) || typeof owner === 'function'
    ? Reflect.get(owner, name)
    : undefined;
}
