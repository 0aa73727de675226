// The terminal as a screen with keys. Whatever happens, the reader gets the terminal back as it was.
import { openKeyboard } from '../shell/keys.ts';

export interface Screen {
  readonly size: { readonly columns: number; readonly rows: number };
  /** Replaces what is shown. */
  readonly draw: (lines: readonly string[]) => void;
  /** Names of the keys that are pressed, and `resize`; ends when the command is stopped. */
  readonly keys: () => AsyncIterable<string>;
  /** Gives the terminal back. */
  readonly close: () => void;
}

const enter = '\u001B[?1049h\u001B[?25l';
const leave = '\u001B[?25h\u001B[?1049l';

/** The screen of this process; undefined where nobody sits at a terminal. */
export function openScreen(signal: AbortSignal): Screen | undefined {
  const keyboard = openKeyboard(signal);
  if (!keyboard) return undefined;
  const { stdout } = process;
  const resized = () => keyboard.keys.push('resize');
  const close = () => {
    process.off('exit', close);
    stdout.off('resize', resized);
    keyboard.close();
    stdout.write(leave);
  };
  process.once('exit', close);
  stdout.on('resize', resized).write(enter);
  return {
    get size() {
      return { columns: stdout.columns, rows: stdout.rows };
    },
    draw: (lines) => stdout.write(`\u001B[H${lines.map((line) => `${line}\u001B[K`).join('\r\n')}\u001B[J`),
    keys: () => keyboard.keys,
    close,
  };
}
