// What crosses the border of a realm crosses it as a copy: on either side every object is of the side's own realm.

/**
 * A copy of plain data, made of objects of the realm that this function belongs to. It calls no method of what it copies:
 * in the other realm a program may have replaced it.
 */
export function copied<T>(value: T): T;
export function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (let index = 0; index < value.length; index++) list.push(copied(value[index]));
    return list;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copied((value as Record<string, unknown>)[key]);
  return copy;
}
