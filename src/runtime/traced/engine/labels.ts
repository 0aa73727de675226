// Words of the labels that jobs have in a trace.

/** ", line 4": where the program asked for it; nothing where no line of the program is meant. */
export function atLine(line: number): string {
  return line === 0 ? '' : `, line ${line}`;
}

/** " of line 4"; nothing where no line of the program is meant. */
export function ofLine(line: number): string {
  return line === 0 ? '' : ` of line ${line}`;
}
