// The virtual clock of a run. It moves when nothing can run, when the program reads it, and where a schedule lets time pass:
// both causes of a schedule enter the engine here and nowhere else.
import { Random } from '../../../../random.ts';
import type { Schedule } from '../../schedule.ts';

/**
 * ms that a reading costs: a loop that waits for the clock must come to an end. The more readings since the clock last
 * jumped, the surer the program is such a loop, and the more one costs.
 */
const readingCosts = [
  { upTo: 100, cost: 0.005 },
  { upTo: 300, cost: 0.05 },
  { upTo: Infinity, cost: 0.2 },
] as const;
/** `cpu`: at most so many ms pass between two callbacks, and again inside one. */
const longestPause = 3;
/** `cpu`: the pause inside a callback comes at one of its first statements. */
const pausingStatements = 12;
/** `latency`: a wait of 100 ms takes up to 150 ms. */
const lateness = 0.5;

export class Clock {
  /** ms since the start. */
  now = 0;
  readonly random: Random;
  readonly #cause: Schedule['cause'] | undefined;
  #readings = 0;
  #pause = 0;
  #statementsLeft = 0;

  constructor(schedule: Schedule | undefined) {
    this.#cause = schedule?.cause;
    this.random = new Random(schedule?.seed ?? 0);
  }

  /** What the program sees. */
  read(): number {
    const number = ++this.#readings;
    this.now += readingCosts.find(({ upTo }) => number <= upTo)?.cost ?? 0;
    return this.now;
  }

  /** The event loop counts whole ms, as libuv does. */
  tick(): number {
    return Math.floor(this.now);
  }

  jump(to: number): void {
    this.#readings = 0;
    this.now = Math.max(this.now, to);
  }

  /** A callback of the event loop begins: under `cpu` some time may have passed before it, and some is to pass in it. */
  beginCallback(): void {
    if (this.#cause !== 'cpu') return;
    this.now += this.#draw();
    this.#pause = this.#draw();
    this.#statementsLeft = this.random.upTo(pausingStatements);
  }

  /** A statement begins: under `cpu` the pause of this callback may be due. */
  beginStatement(): void {
    if (this.#pause === 0 || this.#statementsLeft-- > 0) return;
    this.now += this.#pause;
    this.#pause = 0;
  }

  /** The ms that a timer of `delay` ms really takes: longer only under `latency`. */
  delay(delay: number): number {
    if (this.#cause !== 'latency' || delay <= 1) return delay;
    return delay + this.random.upTo(Math.floor(delay * lateness));
  }

  #draw(): number {
    return this.random.next() < 0.5 ? 0 : this.random.next() * longestPause;
  }
}
