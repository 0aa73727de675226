// The terminal as a screen with keys. Whatever happens, the reader gets the terminal back as it was.
import { emitKeypressEvents } from 'node:readline';
import type { Key } from 'node:readline';

export interface Screen {
  readonly size: { readonly columns: number; readonly rows: number };
  /** Replaces what is shown. */
  readonly draw: (lines: readonly string[]) => void;
  /** Names of the keys that are pressed: `right`, `.`, `ctrl-c`, and `resize`; ends when the command is stopped. */
  readonly keys: () => AsyncIterable<string>;
  /** Gives the terminal back. */
  readonly close: () => void;
}

const enter = '\u001B[?1049h\u001B[?25l';
const leave = '\u001B[?25h\u001B[?1049l';

/** The screen of this process; undefined where nobody sits at a terminal. */
export function openScreen(signal: AbortSignal): Screen | undefined {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  const queue = new KeyQueue();
  const pressed = (typed: string | undefined, key: Key) => queue.push(nameOf(typed, key));
  const stop = () => queue.push(undefined);
  const resized = () => queue.push('resize');
  const close = () => {
    process.off('exit', close);
    signal.removeEventListener('abort', stop);
    stdin.off('keypress', pressed);
    stdout.off('resize', resized);
    stdin.setRawMode(false).pause();
    stdout.write(leave);
  };
  process.once('exit', close);
  signal.addEventListener('abort', stop);
  emitKeypressEvents(stdin);
  stdin.setRawMode(true).resume().on('keypress', pressed);
  stdout.on('resize', resized).write(enter);
  return {
    get size() {
      return { columns: stdout.columns, rows: stdout.rows };
    },
    draw: (lines) => stdout.write(`\u001B[H${lines.map((line) => `${line}\u001B[K`).join('\r\n')}\u001B[J`),
    keys: () => queue,
    close,
  };
}

function nameOf(typed: string | undefined, { name, ctrl }: Key): string {
  if (ctrl && name === 'c') return 'ctrl-c';
  return name ?? typed ?? '';
}

/** Keys wait here until they are asked for; undefined ends it. */
class KeyQueue implements AsyncIterable<string> {
  readonly #waiting: (string | undefined)[] = [];
  #wake: () => void = () => undefined;

  push(key: string | undefined): void {
    this.#waiting.push(key);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      if (this.#waiting.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
      const key = this.#waiting.shift();
      if (key === undefined) return;
      yield key;
    }
  }
}
