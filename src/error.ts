// The one error that people see: what is wrong, where, and what to type. It cannot be built without the fix.

/** A place in a file; `line` counts from 1. `file` is relative to the course's root. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/**
 * Who has to act, and with it the exit code of a command:
 * `course` (1): the course or the reader's program is wrong; `misuse` (2): the command was typed wrongly;
 * `missing` (3): the machine lacks something.
 */
export type ErrorKind = 'course' | 'misuse' | 'missing';

export const exitCodes = { course: 1, misuse: 2, missing: 3 } as const satisfies Record<ErrorKind, number>;

export interface ErrorParts {
  readonly what: string;
  readonly fix: string;
  readonly where?: Place;
  readonly kind?: ErrorKind;
}

/** Prints as `file:line  what`, then `  fix: …` on a line of its own. */
export class CourseError extends Error {
  override readonly name = 'CourseError';
  readonly what: string;
  readonly where: Place | undefined;
  readonly fix: string;
  readonly kind: ErrorKind;

  constructor(parts: ErrorParts) {
    super(sentence(parts));
    this.what = parts.what;
    this.where = parts.where;
    this.fix = parts.fix;
    this.kind = parts.kind ?? 'course';
  }

  toJSON(): { what: string; where: Place | undefined; fix: string; kind: ErrorKind } {
    return { what: this.what, where: this.where, fix: this.fix, kind: this.kind };
  }
}

/** What an error was built from, as plain data. */
export function partsOf({ what, where, fix, kind }: CourseError): ErrorParts {
  return { what, fix, kind, ...(where && { where }) };
}

/** `file:line`, the form that editors and terminals turn into a link. */
export function placeName(place: Place): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

function sentence({ what, where, fix }: ErrorParts): string {
  const head = where ? `${placeName(where)}  ${what}` : what;
  return `${head}\n  fix: ${fix.replaceAll('\n', '\n       ')}`;
}

/** The value that `read` gives, or the CourseError that it throws. Any other error is a fault of ours and goes through. */
export function attempt<T>(read: () => T): { readonly value: T } | { readonly error: CourseError } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof CourseError) return { error };
    throw error;
  }
}
