// How values become text. A realm has a port of Node's util; what a port cannot show is refused, never guessed.
import { CourseError } from '../../../error.ts';

export interface Formatter {
  /** As `util.format`: the arguments of one console.log call. */
  readonly format: (...args: readonly unknown[]) => string;
  /** As `util.inspect`, with its properties. */
  readonly inspect: (...args: [value: unknown, options?: object]) => string;
}

/** Thrown by a formatter at a value that it cannot show as Node does. */
export class Unshowable extends Error {
  override readonly name = 'Unshowable';
  /** "a Map iterator" */
  readonly what: string;

  constructor(what: string) {
    super(`${what} cannot be shown`);
    this.what = what;
  }
}

/** A formatter that ends the run at what cannot be shown. `here` is where the program stands. */
export function refusing(
  { format, inspect }: Formatter,
  refuse: (error: CourseError) => never,
  here: () => { readonly file: string; readonly line: number },
): Formatter {
  const guarded = (work: () => string): string => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unshowable)) throw error;
      const what = `printing ${error.what} is not available in the traced engine`;
      const fix = 'print what it holds, or run it on the real engine: leave --engine traced out';
      return refuse(new CourseError({ what, where: here(), fix }));
    }
  };
  return {
    format: (...args) => guarded(() => format(...args)),
    inspect: Object.assign((...args: Parameters<typeof inspect>) => guarded(() => inspect(...args)), inspect),
  };
}
