// The code of a file, as the transform made it: a function that, given a frame, gives the generator of its statements.

export function generatorOf(made: unknown, frame?: object, parameters: readonly unknown[] = []): Generator {
  if (typeof made !== 'function') throw new TypeError('a file has no generator');
  const body: unknown = Reflect.apply(made, undefined, [frame]);
  if (typeof body !== 'function') throw new TypeError('a file has no generator');
  // `this` of a script is what it exports
  return Reflect.apply(body, parameters[0], parameters) as Generator;
}

/** A generator that has come to its first yield, as one that begins there: it is given its frame. */
export function startedWith(generator: Generator, frame: object): Generator {
  let isStarted = false;
  return Object.assign(Object.create(generator) as Generator, {
    next: (value: unknown) => {
      const given = isStarted ? value : frame;
      isStarted = true;
      return generator.next(given);
    },
    throw: (error: unknown) => generator.throw(error),
  });
}
