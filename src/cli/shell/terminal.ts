// Where a command prints: text for people or JSON for programs, with colour only where a person looks.
import { stripVTControlCharacters, styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

export interface Terminal {
  /** Writes text as it is to stdout. */
  readonly write: (text: string) => void;
  /** Writes text as it is to stderr. */
  readonly warn: (text: string) => void;
  readonly colour: boolean;
  /** Columns of the window; 100 where there is none. */
  readonly columns: number;
}

/** The terminal of this process. NO_COLOR, and output that is no terminal, turn colour off. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const colour = process.env['NO_COLOR'] === undefined && stdout.isTTY && stdout.hasColors();
  return {
    write: (text) => stdout.write(text),
    warn: (text) => stderr.write(text),
    colour,
    columns: stdout.isTTY ? stdout.columns : 100,
  };
}

/** `text` in a style, or unchanged where there is no colour. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  return terminal.colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Characters of `text`, not counting colour. */
export function width(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** `text` filled with spaces to `columns`. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** `text` broken at spaces into lines of at most `columns`. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
