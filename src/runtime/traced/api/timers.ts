// setTimeout and its kin, as globals and as node:timers (Node's lib/timers.js).
import type { Immediate } from '../engine/loop/immediates.ts';
import { askedAt } from '../engine/asked.ts';
import type { Environment } from '../engine/environment.ts';
import type { Timer } from '../engine/loop/timer-lists.ts';
import type { TimerKind } from '../engine/loop/timers.ts';
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
export class Timeout {
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

/** A function that sets a timer of its kind. */
export function timerSetter(environment: Environment, kind: TimerKind): TimerFunctions['setTimeout'] {
  const { core, timers, formatter } = environment;
  const of = kind === 'interval' ? 'interval' : 'timer';
  return (callback, delay, ...args) => {
    const work = callbackOnly(callback, formatter);
    const line = core.frames.line();
    const what = (ms: number) => ({ kind: 'callback', of, ...ownName(work), ms, ...askedAt(line) }) as const;
    return new Timeout(environment, (timeout) =>
      timers.add(delay, kind, environment.strand(`${of} callback`, work, args, timeout), what),
    );
  };
}

export function createTimers(environment: Environment): TimerFunctions {
  const { core, timers, formatter } = environment;
  const clear = (timeout?: unknown) => {
    if (timeout instanceof Timeout) timeout.close();
    else if (typeof timeout === 'number' || typeof timeout === 'string') {
      const timer = timers.byId(Number(timeout));
      if (timer) timers.unenroll(timer);
    }
  };
  const clearImmediate = (handle?: unknown) => {
    if (handle instanceof ImmediateHandle) handle[Symbol.dispose]();
  };
  return {
    setTimeout: named('setTimeout', timerSetter(environment, 'timer')),
    setInterval: named('setInterval', timerSetter(environment, 'interval')),
    setImmediate: (callback, ...args) => {
      const work = callbackOnly(callback, formatter);
      const line = core.frames.line();
      const what = () => ({ kind: 'callback', of: 'immediate', ...ownName(work), ...askedAt(line) }) as const;
      return new ImmediateHandle(environment, (handle) =>
        environment.immediates.add(environment.strand('immediate callback', work, args, handle), what),
      );
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
export class ImmediateHandle {
  static {
    named('Immediate', this);
  }

  readonly #environment: Environment;
  readonly #immediate: Immediate;

  constructor(environment: Environment, create: (handle: ImmediateHandle) => Immediate) {
    this.#environment = environment;
    this.#immediate = create(this);
  }

  ref(): this {
    this.#immediate.keepsAlive = true;
    return this;
  }

  unref(): this {
    this.#immediate.keepsAlive = false;
    return this;
  }

  /** False as well once it has run or was cleared. */
  hasRef(): boolean {
    return this.#immediate.keepsAlive && !this.#immediate.cleared;
  }

  [Symbol.dispose](): void {
    this.#environment.immediates.cancel(this.#immediate);
  }
}
