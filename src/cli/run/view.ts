// How `course run` shows a run while it goes on: a heading for the engine, the lines as they come.
import { languageNames } from '../../languages.ts';
import type { Line, Stream } from '../../trace/recording.ts';
import type { Choice } from '../../runtime/choose-engine.ts';
import { inWords } from '../project/engines.ts';
import type { Job } from '../shell/target.ts';
import { styled } from '../shell/terminal.ts';
import type { Terminal } from '../shell/terminal.ts';

export function heading(terminal: Terminal, { language, path, needs }: Job, { engine, standIn }: Choice): void {
  const name = styled(terminal, 'bold', languageNames[language]);
  terminal.write(`${name}  ${path} on ${inWords(engine, needs)}\n`);
  if (standIn !== undefined) terminal.write(`${styled(terminal, 'yellow', 'not the real engine:')} ${standIn}\n`);
  terminal.write('\n');
}

/** Prints the lines of one run as they come, and the beginning of a line that waits for an answer; stderr is marked. */
export class LivePrinter {
  readonly #terminal: Terminal;
  /** What of the unfinished line of each stream has been written. */
  readonly #written: Record<Stream, string> = { stdout: '', stderr: '' };
  /** The stream whose line the cursor stands in. */
  #open: Stream | undefined;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  unfinished({ stream, text }: Pick<Line, 'stream' | 'text'>): void {
    this.#goOn(stream, text);
    this.#written[stream] = text;
    this.#open = stream;
  }

  line({ stream, text }: Line): void {
    const isWhole = text !== '' && this.#written[stream] === text && this.#open !== stream;
    if (!isWhole) {
      this.#goOn(stream, text);
      this.#terminal.write('\n');
      this.#open = undefined;
    }
    this.#written[stream] = '';
  }

  #goOn(stream: Stream, text: string): void {
    const rest = text.slice(this.#written[stream].length);
    if (this.#open === stream) {
      this.#terminal.write(rest);
      return;
    }
    if (this.#open) this.#terminal.write('\n');
    const margin = stream === 'stdout' ? '  ' : styled(this.#terminal, 'yellow', '! ');
    this.#terminal.write(`${margin}${rest}`);
  }
}
