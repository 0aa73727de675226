// Sentences put together for the page. Pure.

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The sentences of the events that one step tells, without the last full stop. */
export function narrateStep(captions: readonly string[], narrated: readonly number[]): string {
  return narrated.map((index) => capital(captions[index] ?? '')).join('. ');
}

export interface SentencePart {
  readonly text: string;
  /** undefined for what names no line. */
  readonly line: number | undefined;
}

/** A sentence cut where it says "line 16", for each of `lines`. */
export function cutAtLines(sentence: string, lines: readonly number[]): SentencePart[] {
  const found = lines.flatMap((line) => {
    const text = `line ${line}`;
    const at = sentence.indexOf(text);
    const next = sentence[at + text.length] ?? '';
    return at < 0 || (next >= '0' && next <= '9') ? [] : [{ text, line, at }];
  });
  const first = found.toSorted((one, other) => one.at - other.at)[0];
  if (!first) return sentence === '' ? [] : [{ text: sentence, line: undefined }];
  const { text, line, at } = first;
  return [
    { text: sentence.slice(0, at), line: undefined },
    { text, line },
    ...cutAtLines(sentence.slice(at + text.length), lines),
  ];
}
