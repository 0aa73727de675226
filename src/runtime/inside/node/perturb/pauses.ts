// When a thread of Node pauses and for how long: drawn from the seed, for each thread from numbers of its own.
// A pause blocks its thread and nothing else, as the machine's scheduler may at any moment.

/** ms of one pause. */
const longest = 5;
/** ms of the one before the code of a Worker or a child starts: starting takes them some ms more or less anyway. */
const longestStart = 15;
/**
 * ms: each Worker and child first meets another right after a multiple of it on the machine's clock. They load for longer
 * than they pause, and would else seldom run side by side.
 */
const grid = 50;
/** ms of all pauses of one thread: a program that sends often must still end in time. */
const most = 50;
/** How often a run pauses where it can. */
const rates = [0.3, 0.6, 0.9];
/** Of a thread: some hurry, some are slow throughout. */
const paces = [0.05, 0.3, 1, 1];

// the program's own Atomics.wait is replaced later
const wait = Atomics.wait;
const never = new Int32Array(new SharedArrayBuffer(4));

export class Pauses {
  readonly #numbers: Numbers;
  readonly #rate: number;
  #meets = false;
  readonly #pace: number;
  #left = most;
  #inside = false;

  /** `address`: numbers that no other thread of the run has. */
  constructor(seed: number, address: readonly number[]) {
    this.#rate = new Numbers([seed]).choice(rates);
    this.#numbers = new Numbers([seed, ...address]);
    this.#pace = this.#numbers.choice(paces);
  }

  /** Before the code of a Worker or a child: never left out. */
  start(): void {
    this.#meets = true;
    wait(never, 0, 0, this.#numbers.fraction() * longestStart);
  }

  /** Calls `operation` once, with a pause before. It may run code of the program, which pauses as it does elsewhere. */
  before(operation: () => unknown): unknown {
    if (!this.#inside) this.#pause();
    return operation();
  }

  /** Calls `operation` once, with a pause before and after. Inside it nothing else pauses. */
  around(operation: () => unknown): unknown {
    if (this.#inside) return operation();
    this.#inside = true;
    try {
      this.#pause();
      const result = operation();
      this.#pause();
      return result;
    } finally {
      this.#inside = false;
    }
  }

  /** Never throws: without pauses the program still runs. */
  #pause(): void {
    try {
      if (this.#meets) wait(never, 0, 0, grid - (Date.now() % grid));
      this.#meets = false;
      if (this.#left <= 0 || this.#numbers.fraction() >= this.#rate) return;
      const time = Math.min(this.#numbers.fraction() * this.#pace * longest, this.#left);
      this.#left -= time;
      wait(never, 0, 0, time);
    } catch {
      this.#left = 0;
    }
  }
}

/** Random numbers from a seed: a counter through the mixing steps of MurmurHash3. */
class Numbers {
  #state = 0;

  constructor(parts: readonly number[]) {
    for (const part of parts) this.#state = mixed((this.#state ^ part) + step);
  }

  /** From 0 to below 1. */
  fraction(): number {
    this.#state = (this.#state + step) | 0;
    return mixed(this.#state) / 2 ** 32;
  }

  choice(values: readonly number[]): number {
    return values[Math.floor(this.fraction() * values.length)] ?? 1;
  }
}

const step = 0x9e3779b9;

function mixed(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
