// How V8's messages name a value.

/** With its type: "number 5", "object null", "object". */
export function describeTyped(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null) return 'object null';
  const hasText = typeof value === 'number' || typeof value === 'boolean';
  return hasText ? `${typeof value} ${value}` : typeof value;
}

/** "5", "#<Object>" */
export function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return '#<Object>';
  return String(value);
}
