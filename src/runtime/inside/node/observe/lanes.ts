// Which lane is running: a stack of the lanes that are inside one another right now. The transformed program tells each
// start, suspension, resumption and end; a lane is on the stack exactly while its code runs.
import type { LaneKind } from '../../../../trace/recording.ts';

/** A function of the program that runs in a lane of its own: an async function or a generator. */
export interface Site {
  readonly kind: LaneKind;
  readonly name: string;
  /** Its first and its last line, where it is a function that the transform saw. */
  readonly line?: number;
  readonly end?: number;
}

export interface Lane extends Site {
  /** 0 is the main program. */
  readonly id: number;
  readonly label: string | undefined;
}

/** What can be told of lanes while they run. */
export interface LaneMoments {
  created(lane: Lane): void;
  /** For the first time, or again after it waited. `threw`: its `await` or `yield` threw. */
  resumed(lane: Lane, threw: boolean): void;
  /** `value` is what it awaits or yields. */
  suspended(lane: Lane, line: number, value: unknown): void;
  ended(lane: Lane, how: 'return' | 'throw'): void;
}

/** What a probe in the program calls. Each hands its value through, so that it can stand around an expression. */
export class Lanes {
  readonly main: Lane = { id: 0, kind: 'main', name: 'main', label: undefined };
  readonly #sites: Site[] = [];
  readonly #stack: Lane[] = [];
  readonly #returning = new WeakSet<Lane>();
  /** They wait for the value of an `await` or `yield`. */
  readonly #expecting = new WeakSet<Lane>();
  readonly #moments: LaneMoments | undefined;
  #created = 0;

  constructor(moments?: LaneMoments) {
    this.#moments = moments;
  }

  /** The lanes that run, each called by the one before it. */
  get running(): readonly Lane[] {
    return this.#stack;
  }

  /** The lane that runs now; undefined in what the event loop calls without our knowing for whom. */
  get current(): Lane | undefined {
    return this.#stack.at(-1);
  }

  /** The index by which probes name their function. */
  addSite(site: Site): number {
    return this.#sites.push(site) - 1;
  }

  create(site: Site, values: readonly unknown[] = []): Lane {
    const lane = { ...site, id: (this.#created += 1), label: values.map(short).find(Boolean) };
    this.#moments?.created(lane);
    return lane;
  }

  /** Runs `lane` inside the current one. */
  push(lane: Lane, threw = false): void {
    this.#stack.push(lane);
    this.#moments?.resumed(lane, threw);
  }

  /** Ends `lane`; with it goes what never said that it ended. */
  pop(lane: Lane): void {
    this.#leave(lane);
    this.#moments?.ended(lane, this.#returning.delete(lane) ? 'return' : 'throw');
  }

  #leave(lane: Lane): void {
    const at = this.#stack.lastIndexOf(lane);
    if (at >= 0) this.#stack.length = at;
  }

  /** The lane comes to its end, and not by an error. */
  returning<Value>(lane: Lane, value?: Value): Value | undefined {
    this.#returning.add(lane);
    return value;
  }

  /** First thing in a function. */
  enter(site: number, values: readonly unknown[]): Lane {
    const lane = this.create(this.#sites[site] ?? this.main, values);
    this.push(lane);
    return lane;
  }

  suspend<Value>(lane: Lane, line: number, value?: Value): Value | undefined {
    this.#expecting.add(lane);
    return this.#suspend(lane, line, value);
  }

  #suspend<Value>(lane: Lane, line: number, value?: Value): Value | undefined {
    this.#leave(lane);
    this.#moments?.suspended(lane, line, value);
    return value;
  }

  /** After a suspension, with its value where it has one, and wherever an error may have ended one. */
  resume<Value>(lane: Lane, ...values: [value?: Value]): Value | undefined {
    const expected = this.#expecting.delete(lane);
    if (!this.#stack.includes(lane)) this.push(lane, expected && values.length === 0);
    return values[0];
  }

  /** The last thing that the block of an `await using` disposes before it waits. */
  suspending(lane: Lane, line: number): Disposable {
    return { [Symbol.dispose]: () => void this.#suspend(lane, line) };
  }

  /** What `for await` goes over: the same steps and the same promises, and the lane waits while the loop does. */
  awaited(lane: Lane, line: number, iterable: unknown): unknown {
    if (!isObject(iterable) && typeof iterable !== 'string') return iterable;
    for (const symbol of [Symbol.asyncIterator, Symbol.iterator] as const) {
      const open: unknown = Reflect.get(Object(iterable), symbol);
      if (typeof open !== 'function') continue;
      return { [symbol]: () => this.#waiting(lane, line, Reflect.apply(open, iterable, [])) };
    }
    return iterable;
  }

  #waiting(lane: Lane, line: number, iterator: unknown): unknown {
    if (!isObject(iterator)) return iterator;
    const suspend = (value: unknown) => this.#suspend(lane, line, value);
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
