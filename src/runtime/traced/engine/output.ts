// What the program writes, cut into lines, with the limits on it.
import type { Stream } from '../../../trace/recording.ts';
import type { Core } from './core.ts';
import type { Frames } from './frames.ts';
import type { OutputLine } from './output-line.ts';
import { Halt, stoppedBy } from './loop/halt.ts';

/** Where something was written. */
export type WrittenBy = Pick<ReturnType<Frames['place']>, 'strand' | 'line' | 'via'>;

export class Output {
  readonly lines: OutputLine[] = [];
  readonly #core: Core;
  readonly #onLine: ((line: OutputLine) => void) | undefined;
  /** Takes what a Worker writes: its parent prints it. */
  relay: ((stream: Stream, text: string) => void) | undefined;
  /** What was written without a line end. */
  readonly #open: Record<Stream, string> = { stdout: '', stderr: '' };
  #length = 0;

  constructor(core: Core, onLine: ((line: OutputLine) => void) | undefined) {
    this.#core = core;
    this.#onLine = onLine;
  }

  write(stream: Stream, text: string): void {
    this.#core.rethrowHalt();
    if (this.relay) this.relay(stream, text);
    else this.print(stream, text);
  }

  /** At once, also from a Worker. `author`: the strand that wrote it, where that is not the one that runs. */
  print(stream: Stream, text: string, author?: WrittenBy): void {
    this.#core.turns?.offer('print', { writes: ['output'] });
    this.#core.turns?.changed();
    const parts = (this.#open[stream] + text).split('\n');
    this.#open[stream] = parts.pop() ?? '';
    for (const part of parts) this.#line(stream, part, author);
  }

  /** The end: what was written without a line end is a line too. */
  close(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      if (this.#open[stream] !== '') this.#line(stream, this.#open[stream]);
      this.#open[stream] = '';
    }
  }

  /** Lines that the engine adds on stderr, past the limits: why the program ended. */
  explain(text: string): void {
    for (const line of text.split('\n')) this.#keep('stderr', line);
  }

  #line(stream: Stream, text: string, author?: WrittenBy): void {
    const { limits } = this.#core;
    this.#length += text.length + 1;
    const over = this.lines.length >= limits.lines ? 'lines' : this.#length > limits.output ? 'output' : undefined;
    if (over) this.#core.halt(new Halt(stoppedBy(over, limits[over])));
    this.#keep(stream, text, author);
  }

  #keep(stream: Stream, text: string, author?: WrittenBy): void {
    const core = this.#core;
    const { strand, line, via } = author ?? core.frames.place();
    const kept: OutputLine = { at: core.clock.now, stream, text, strand };
    this.lines.push(kept);
    this.#onLine?.(kept);
    if (core.traced) core.emit({ kind: 'print', strand, line, ...(via.length > 0 && { via }), stream, text });
  }
}
