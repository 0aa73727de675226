// The keys that are pressed, one by one. Whatever happens, the reader gets the keyboard back as it was.
import { emitKeypressEvents } from 'node:readline';
import type { Key } from 'node:readline';

export interface Keyboard {
  /** Names of the keys that are pressed: `right`, `.`, `ctrl-c`; ends when the command is stopped. */
  readonly keys: Events;
  /** Gives the keyboard back. */
  readonly close: () => void;
}

/** The keyboard of this process; undefined where nobody sits at a terminal. */
export function openKeyboard(signal: AbortSignal): Keyboard | undefined {
  const { stdin } = process;
  if (!stdin.isTTY || !process.stdout.isTTY) return undefined;
  const keys = new Events();
  const pressed = (typed: string | undefined, key: Key) => {
    const name = nameOf(typed, key);
    keys.push(name);
    // a terminal in raw mode sends no signal for it
    if (name === 'ctrl-c') process.emit('SIGINT', 'SIGINT');
  };
  const stop = () => keys.push(undefined);
  const close = () => {
    process.off('exit', close);
    signal.removeEventListener('abort', stop);
    stdin.off('keypress', pressed);
    stdin.setRawMode(false).pause();
  };
  process.once('exit', close);
  signal.addEventListener('abort', stop);
  emitKeypressEvents(stdin);
  stdin.setRawMode(true).resume().on('keypress', pressed);
  return { keys, close };
}

function nameOf(typed: string | undefined, { name, ctrl }: Key): string {
  if (ctrl && name === 'c') return 'ctrl-c';
  return name ?? typed ?? '';
}

/** What happens waits here until it is asked for; undefined ends it. */
export class Events implements AsyncIterable<string> {
  readonly #waiting: (string | undefined)[] = [];
  #wake: () => void = () => undefined;

  push(event: string | undefined): void {
    this.#waiting.push(event);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      if (this.#waiting.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
      const event = this.#waiting.shift();
      if (event === undefined) return;
      yield event;
    }
  }
}
