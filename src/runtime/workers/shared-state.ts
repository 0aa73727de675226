// What all real threads of a run see at once: the time, and the counters of what a trace numbers.

const counters = ['strand', 'promise', 'job', 'buffer'] as const;
export type Counter = (typeof counters)[number];

const bytes = 8 + 4 * counters.length;

export class SharedState {
  readonly memory: SharedArrayBuffer;
  readonly #now: Float64Array;
  readonly #counters: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(bytes)) {
    this.memory = memory;
    this.#now = new Float64Array(memory, 0, 1);
    this.#counters = new Int32Array(memory, 8, counters.length);
  }

  /** ms since the start. */
  get ms(): number {
    return this.#now[0] ?? 0;
  }

  set ms(ms: number) {
    this.#now[0] = ms;
  }

  /** From 1. */
  next(counter: Counter): number {
    return Atomics.add(this.#counters, counters.indexOf(counter), 1) + 1;
  }

  restart(): void {
    this.#now[0] = 0;
    this.#counters.fill(0);
  }
}
