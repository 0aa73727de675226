// What a Worker prints goes through its parent: process.stdout and process.stderr of a Worker send it there, and send more only once the
// parent has taken it (Node's WritableWorkerStdio, lib/internal/worker/io.js). So a Worker that blocks has printed one text, and its
// parent prints nothing while it is blocked itself.
import type { Stream } from '../../../../trace/recording.ts';
import type { Environment } from '../../engine/environment.ts';
import type { WrittenBy } from '../../engine/output.ts';
import type { Turns } from '../../threads/turns.ts';

export interface Chunk {
  readonly text: string;
  readonly author: WrittenBy;
}

const { stringify } = JSON;

export class WorkerStdio {
  readonly #environment: Environment;
  readonly #turns: Turns;
  readonly #waiting: Record<Stream, Chunk[] | undefined> = { stdout: undefined, stderr: undefined };
  #isExiting = false;

  constructor(environment: Environment, turns: Turns) {
    this.#environment = environment;
    this.#turns = turns;
    environment.output.relay = (stream, text) => this.#write(stream, text);
  }

  /** The parent has taken what was sent. */
  wantsMore(stream: Stream): void {
    const next = this.#waiting[stream] ?? [];
    this.#waiting[stream] = undefined;
    if (next.length > 0) this.#send(stream, next);
    this.#keepAlive();
  }

  /** The Worker ends: nothing waits any more. */
  flush(): void {
    this.#isExiting = true;
    for (const stream of ['stdout', 'stderr'] as const) {
      const left = this.#waiting[stream] ?? [];
      this.#waiting[stream] = undefined;
      if (left.length > 0) this.#send(stream, left);
    }
  }

  #write(stream: Stream, text: string): void {
    const chunk = { text, author: this.#environment.core.frames.place() };
    const waiting = this.#waiting[stream];
    if (waiting && !this.#isExiting) waiting.push(chunk);
    else this.#send(stream, [chunk]);
  }

  #send(stream: Stream, chunks: readonly Chunk[]): void {
    if (!this.#isExiting) this.#waiting[stream] = [];
    this.#keepAlive();
    const text = stringify({ kind: 'stdio', stream, chunks });
    this.#turns.changed();
    this.#turns.ask({ do: 'post', port: this.#turns.own.control, text, ...this.#turns.here('print') });
  }

  #keepAlive(): void {
    const { listening } = this.#environment.poll;
    if (this.#waiting.stdout ?? this.#waiting.stderr) listening.add(this);
    else listening.delete(this);
  }
}
