// Names that programs see. A bundler may shorten the names of our own classes and functions; what a program can print of
// them is said here.

/** The function as it is, without the name that it would get from a variable or a property. */
export function anonymous<F extends object>(value: F): F {
  return value;
}

/** Gives a class or function its name. */
export function named<F extends object>(name: string, value: F): F {
  return Object.defineProperty(value, 'name', { value: name, configurable: true });
}
