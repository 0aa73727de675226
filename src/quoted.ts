// A word of a command that is shown to be typed again, as a shell takes it.

/** Quoted where it holds more than plain characters. */
export function quoted(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
