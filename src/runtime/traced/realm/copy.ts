// What crosses the border of a realm crosses it as a copy: on either side every object is of the side's own realm.

/** A copy of plain data, made of objects of the realm that this function belongs to. */
export function copied<T>(value: T): T;
export function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => copied(each));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copied(Reflect.get(value, key));
  return copy;
}
