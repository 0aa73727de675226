// Plain text of a data file: an empty line parts paragraphs, backticks stand around code.

interface Part {
  readonly text: string;
  readonly isCode: boolean;
}

/** The paragraphs of `text`, each as its parts in order. */
export function paragraphsOf(text: string): Part[][] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replaceAll(/\s*\n\s*/g, ' ')
        .split('`')
        .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
        .filter((part) => part.text !== ''),
    );
}
