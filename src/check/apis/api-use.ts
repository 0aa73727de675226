// The use of a concurrency API by a program. What every program is made of (numbers, text, lists, tables, print) is no API;
// everything else that a program takes from its language or a library is, under one name whether it is called or handed on:
// `yield*`, `async def`, `.next` (a method of some value), `next`, `Promise.all`, `timers/promises.setTimeout`.

/** One place at which a program uses an API; `line` counts from 1. */
export interface ApiUse {
  readonly name: string;
  readonly line: number;
}
