// Which strand is running: a stack of the strands that are inside one another right now. The transformed program tells each
// start, suspension, resumption and end; a strand is on the stack exactly while its code runs.
import type { StrandKind } from '../../../../trace/recording.ts';

/** A function of the program that runs in a strand of its own: an async function or a generator. */
export interface Site {
  readonly kind: StrandKind;
  readonly name: string;
  /** Its first and its last line, where it is a function that the transform saw. */
  readonly line?: number;
  readonly end?: number;
}

export interface Strand extends Site {
  /** 0 is the main program. */
  readonly id: number;
  readonly label: string | undefined;
}

/** What can be told of strands while they run. */
export interface StrandHooks {
  created(strand: Strand): void;
  /** For the first time, or again after it waited. `threw`: its `await` or `yield` threw. */
  resumed(strand: Strand, threw: boolean): void;
  /** `value` is what it awaits or yields. */
  suspended(strand: Strand, line: number, value: unknown): void;
  ended(strand: Strand, how: 'return' | 'throw'): void;
}

/** What a probe in the program calls. Each hands its value through, so that it can stand around an expression. */
export class Strands {
  readonly main: Strand = { id: 0, kind: 'main', name: 'main', label: undefined };
  readonly #sites: Site[] = [];
  readonly #stack: Strand[] = [];
  readonly #returning = new WeakSet<Strand>();
  /** They wait for the value of an `await` or `yield`. */
  readonly #expecting = new WeakSet<Strand>();
  readonly #hooks: StrandHooks | undefined;
  #created = 0;

  constructor(hooks?: StrandHooks) {
    this.#hooks = hooks;
  }

  /** The strands that run, each called by the one before it. */
  get running(): readonly Strand[] {
    return this.#stack;
  }

  /** The strand that runs now; undefined in what the event loop calls without our knowing for whom. */
  get current(): Strand | undefined {
    return this.#stack.at(-1);
  }

  /** The index by which probes name their function. */
  addSite(site: Site): number {
    return this.#sites.push(site) - 1;
  }

  create(site: Site, values: readonly unknown[] = []): Strand {
    const strand = { ...site, id: (this.#created += 1), label: values.map(short).find(Boolean) };
    this.#hooks?.created(strand);
    return strand;
  }

  /** Runs `strand` inside the current one. */
  push(strand: Strand, threw = false): void {
    this.#stack.push(strand);
    this.#hooks?.resumed(strand, threw);
  }

  /** Ends `strand`; with it goes what never said that it ended. */
  pop(strand: Strand): void {
    this.#leave(strand);
    this.#hooks?.ended(strand, this.#returning.delete(strand) ? 'return' : 'throw');
  }

  #leave(strand: Strand): void {
    const at = this.#stack.lastIndexOf(strand);
    if (at >= 0) this.#stack.length = at;
  }

  /** The strand comes to its end, and not by an error. */
  returning<Value>(strand: Strand, value?: Value): Value | undefined {
    this.#returning.add(strand);
    return value;
  }

  /** First thing in a function. */
  enter(site: number, values: readonly unknown[]): Strand {
    const strand = this.create(this.#sites[site] ?? this.main, values);
    this.push(strand);
    return strand;
  }

  suspend<Value>(strand: Strand, line: number, value?: Value): Value | undefined {
    this.#expecting.add(strand);
    return this.#suspend(strand, line, value);
  }

  #suspend<Value>(strand: Strand, line: number, value?: Value): Value | undefined {
    this.#leave(strand);
    this.#hooks?.suspended(strand, line, value);
    return value;
  }

  /** After a suspension, with its value where it has one, and wherever an error may have ended one. */
  resume<Value>(strand: Strand, ...values: [value?: Value]): Value | undefined {
    const expected = this.#expecting.delete(strand);
    if (!this.#stack.includes(strand)) this.push(strand, expected && values.length === 0);
    return values[0];
  }

  /** The last thing that the block of an `await using` disposes before it waits. */
  suspending(strand: Strand, line: number): Disposable {
    return { [Symbol.dispose]: () => void this.#suspend(strand, line) };
  }

  /** What `for await` goes over: the same steps and the same promises, and the strand waits while the loop does. */
  awaited(strand: Strand, line: number, iterable: unknown): unknown {
    if (!isObject(iterable) && typeof iterable !== 'string') return iterable;
    for (const symbol of [Symbol.asyncIterator, Symbol.iterator] as const) {
      const open: unknown = Reflect.get(Object(iterable), symbol);
      if (typeof open !== 'function') continue;
      return { [symbol]: () => this.#waiting(strand, line, Reflect.apply(open, iterable, [])) };
    }
    return iterable;
  }

  #waiting(strand: Strand, line: number, iterator: unknown): unknown {
    if (!isObject(iterator)) return iterator;
    const suspend = (value: unknown) => this.#suspend(strand, line, value);
    const { next } = iterator;
    const through = (method: unknown) =>
      typeof method === 'function'
        ? (...values: unknown[]) => suspend(Reflect.apply(method, iterator, values))
        : method;
    return {
      next: through(next),
      get return() {
        return through(iterator['return']);
      },
    };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** What tells one call from another: a short text or a number among its arguments. */
function short(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^[\p{L}\p{N}\p{P}\p{S} ]{1,16}$/u.test(value) ? value : undefined;
}
