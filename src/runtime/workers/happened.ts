// What has happened in a run so far, as one number: the same in two runs where the same threads have done the same, and whatever depends
// on each other came in the same order. Then both are in the same state, and the same can come after it.
//
// Two things that threads do depend on each other where one writes what the other reads or writes (Mazurkiewicz 1977).
import type { Touched } from '../traced/threads/requests.ts';

/** Whatever a thread does reads it; what may depend on anything writes it. */
export const everything = '*';
export const clock = 'clock';
/** Threads are numbered in the order of their starts. */
export const starts = 'starts';

/** A number of 52 bits. */
type Hash = number;

export class Happened {
  /** Of each thread a hash of all that it has done and of all on which that depends. */
  readonly #threads = new Map<number, Hash>([[0, 0]]);
  /** The hash of the thread that wrote it last, after it did. */
  readonly #written = new Map<string, Hash>();
  /** The hashes of those that have read it since, added up: their order does not matter. */
  readonly #read = new Map<string, Hash>();
  #everything: Hash = 0;

  begin(thread: number, parent: number): void {
    this.#threads.set(thread, hashOf([thread, this.#threads.get(parent) ?? 0]));
  }

  touch(thread: number, { reads = [], writes = [] }: Touched): void {
    if (reads.length === 0 && writes.length === 0) return;
    const found: (string | number)[] = [thread, this.#threads.get(thread) ?? 0, this.#everything];
    for (const name of reads) found.push(name, this.#written.get(name) ?? 0);
    for (const name of writes) {
      if (name === everything) found.push(...this.#all());
      found.push(name, this.#written.get(name) ?? 0, this.#read.get(name) ?? 0);
    }
    const hash = hashOf(found);
    this.#threads.set(thread, hash);
    for (const name of reads) this.#read.set(name, ((this.#read.get(name) ?? 0) + hash) % 2 ** 52);
    for (const name of writes) {
      this.#written.set(name, hash);
      this.#read.set(name, 0);
      if (name === everything) this.#everything = hash;
    }
  }

  /** `ways` says what else decides who may go on now. */
  state(ways: string): string {
    return hashOf([ways, ...this.#all()]).toString(36);
  }

  #all(): Hash[] {
    return [...this.#threads.values()];
  }
}

/** Two FNV-1a hashes of 32 and 20 bits with different offsets, over the text of the parts. */
function hashOf(parts: readonly (string | number)[]): Hash {
  const text = parts.join(' ');
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
