// What a run of the tests looks at where other tests have seen all of it already: every third one. `SWEEP=1 npm test` looks at all.

/** The first of each three; all in a sweep. */
export function sample<T>(all: readonly T[]): readonly T[] {
  return process.env['SWEEP'] ? all : all.filter((_, index) => index % 3 === 0);
}
