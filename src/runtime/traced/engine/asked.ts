// Where the program asked for a job, as the job says it in a trace.

/** Nothing where no line of the program is meant. */
export function askedAt(line: number): { readonly line?: number } {
  return line === 0 ? {} : { line };
}
