// The list of what a message moves instead of copying it: an array, or the option `transfer`.

export function transferOf(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'object' || given === null) return [];
  const listed: unknown = Reflect.get(given, 'transfer');
  return Array.isArray(listed) ? listed : [];
}
