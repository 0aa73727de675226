// setTimeout and its kin, as globals and as node:timers (Node's lib/timers.js).
import type { Immediate } from '../engine/loop/immediates.ts';
import { askedAt } from '../engine/asked.ts';
import type { Environment } from '../engine/environment.ts';
import type { Timer } from '../engine/loop/timers.ts';
import { callbackOnly } from './arguments.ts';
import { named } from '../engine/named.ts';

export interface TimerFunctions {
  readonly setTimeout: (callback: unknown, delay?: unknown, ...args: unknown[]) => Timeout;
  readonly setInterval: (callback: unknown, delay?: unknown, ...args: unknown[]) => Timeout;
  readonly setImmediate: (callback: unknown, ...args: unknown[]) => object;
  readonly clearTimeout: (timeout?: unknown) => void;
  readonly clearInterval: (timeout?: unknown) => void;
  readonly clearImmediate: (immediate?: unknown) => void;
}

/** What setTimeout and setInterval give. */
class Timeout {
  static {
    named('Timeout', this);
  }

  readonly #environment: Environment;
  readonly #timer: Timer;

  constructor(environment: Environment, create: (timeout: Timeout) => Timer) {
    this.#environment = environment;
    this.#timer = create(this);
  }

  ref(): this {
    this.#timer.keepsAlive = true;
    return this;
  }

  unref(): this {
    this.#timer.keepsAlive = false;
    return this;
  }

  hasRef(): boolean {
    return this.#timer.keepsAlive;
  }

  refresh(): this {
    this.#environment.timers.refresh(this.#timer);
    return this;
  }

  close(): this {
    this.#environment.timers.unenroll(this.#timer);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#timer.id;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

export function createTimers(environment: Environment): TimerFunctions {
  const { core, timers, immediates, formatter } = environment;
  const handles = new WeakMap<object, Immediate>();
  const create =
    (kind: 'timer' | 'interval') =>
    (callback: unknown, delay?: unknown, ...args: unknown[]): Timeout => {
      const work = callbackOnly(callback, formatter);
      const line = core.frames.line();
      const what = (ms: number) => ({ kind: 'callback', of: kind, ...ownName(work), ms, ...askedAt(line) }) as const;
      return new Timeout(environment, (timeout) =>
        timers.add(delay, kind === 'interval', environment.strand(`${kind} callback`, work, args, timeout), what),
      );
    };
  const clear = (timeout?: unknown) => {
    if (timeout instanceof Timeout) timeout.close();
    else if (typeof timeout === 'number' || typeof timeout === 'string') {
      const timer = timers.byId(Number(timeout));
      if (timer) timers.unenroll(timer);
    }
  };
  const clearImmediate = (handle?: unknown) => {
    const immediate = typeof handle === 'object' && handle !== null ? handles.get(handle) : undefined;
    if (immediate) immediates.cancel(immediate);
  };
  return {
    setTimeout: named('setTimeout', create('timer')),
    setInterval: named('setInterval', create('interval')),
    setImmediate: (callback, ...args) => {
      const work = callbackOnly(callback, formatter);
      const line = core.frames.line();
      const handle = new ImmediateHandle(clearImmediate);
      const run = environment.strand('immediate callback', work, args, handle);
      handles.set(
        handle,
        immediates.add(run, () => ({ kind: 'callback', of: 'immediate', ...ownName(work), ...askedAt(line) })),
      );
      return handle;
    },
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate,
  };
}

function ownName({ name }: { readonly name: string }): { readonly name?: string } {
  return name === '' ? {} : { name };
}

/** What setImmediate gives. */
class ImmediateHandle {
  static {
    named('Immediate', this);
  }

  readonly #clear: (handle: ImmediateHandle) => void;

  constructor(clear: (handle: ImmediateHandle) => void) {
    this.#clear = clear;
  }

  [Symbol.dispose](): void {
    this.#clear(this);
  }
}
