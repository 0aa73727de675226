// What the program writes, cut into lines, with the limits on it.
import type { Stream } from '../../../trace/recording.ts';
import type { Core } from './core.ts';
import type { OutputLine } from './output-line.ts';
import { Halt, stoppedBy } from './loop/halt.ts';

export class Output {
  readonly lines: OutputLine[] = [];
  readonly #core: Core;
  readonly #onLine: ((line: OutputLine) => void) | undefined;
  /** What was written without a line end. */
  readonly #open: Record<Stream, string> = { stdout: '', stderr: '' };
  #length = 0;

  constructor(core: Core, onLine: ((line: OutputLine) => void) | undefined) {
    this.#core = core;
    this.#onLine = onLine;
  }

  write(stream: Stream, text: string): void {
    this.#core.rethrowHalt();
    const parts = (this.#open[stream] + text).split('\n');
    this.#open[stream] = parts.pop() ?? '';
    for (const part of parts) this.#line(stream, part);
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

  #line(stream: Stream, text: string): void {
    const { limits } = this.#core;
    this.#length += text.length + 1;
    const over = this.lines.length >= limits.lines ? 'lines' : this.#length > limits.output ? 'output' : undefined;
    if (over) this.#core.halt(new Halt(stoppedBy(over, limits[over])));
    this.#keep(stream, text);
  }

  #keep(stream: Stream, text: string): void {
    const core = this.#core;
    const { strand, line, via } = core.frames.place();
    const kept: OutputLine = { at: core.clock.now, stream, text, strand };
    this.lines.push(kept);
    this.#onLine?.(kept);
    if (core.traced) core.emit({ kind: 'print', strand, line, ...(via.length > 0 && { via }), stream, text });
  }
}
