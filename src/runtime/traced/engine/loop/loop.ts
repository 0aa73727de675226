// Node's event loop on the virtual clock: timers, poll, immediates; after each callback nextTick and microtasks.
import type { Core } from '../core.ts';
import { Halt } from './halt.ts';
import type { Immediates } from './immediates.ts';
import type { Jobs } from './jobs.ts';
import type { Poll } from './poll.ts';
import type { RejectionListeners, Rejections } from './rejections.ts';
import type { Timers } from './timers.ts';

/** How the program hears of the ends of things; `uncaught` throws where nobody listens. */
export interface LoopListeners extends RejectionListeners {
  uncaught(error: unknown, origin?: 'unhandledRejection'): void;
  beforeExit(): void;
}

export interface LoopParts {
  readonly core: Core;
  readonly jobs: Jobs;
  readonly timers: Timers;
  readonly immediates: Immediates;
  readonly poll: Poll;
  readonly rejections: Rejections;
  readonly listeners: LoopListeners;
}

export class Loop {
  readonly #parts: LoopParts;

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  /** Runs `main` and then the loop until nothing keeps it alive. An ES module is itself run in a microtask. */
  run(main: () => void): void {
    const { core, jobs, listeners } = this.#parts;
    core.clock.beginCallback();
    this.#guard(main);
    if (!core.program.commonJs) this.#guard(() => jobs.runMicrotasks());
    this.#drain();
    do {
      this.#turns();
      listeners.beforeExit();
      this.#drain();
    } while (this.#isAlive());
  }

  #turns(): void {
    const { core, timers, immediates, poll } = this.#parts;
    for (;;) {
      core.step();
      this.#timers();
      while (poll.isWaiting()) {
        this.#guard(() => poll.runOne());
        this.#drain();
      }
      this.#immediates();
      if (immediates.keepsAlive || poll.isWaiting()) continue;
      const due = timers.nextDue();
      if (due === undefined) break;
      if (due > core.clock.now) {
        core.clock.jump(due);
        if (core.traced) core.emit({ kind: 'time', to: due });
      }
    }
    if (poll.listening.size > 0) {
      const text = 'stopped: a MessagePort is open and nothing is left that could send to it; Node would wait for ever';
      core.halt(new Halt({ reason: 'wait', text }));
    }
  }

  #isAlive(): boolean {
    const { timers, immediates, poll } = this.#parts;
    return immediates.keepsAlive || poll.isWaiting() || timers.nextDue() !== undefined;
  }

  /** After an error the next timer runs before the microtasks: Node calls the phase again at once. */
  #timers(): void {
    const { core, timers } = this.#parts;
    const now = core.clock.tick();
    if (!timers.isDue(now)) return;
    while (!this.#guard(() => timers.run(now, () => this.#nextTicks())));
    this.#drain();
  }

  #immediates(): void {
    const { immediates } = this.#parts;
    if (!immediates.hasAny) return;
    do {
      if (this.#guard(() => immediates.run(() => this.#nextTicks()))) this.#drain();
    } while (immediates.hasLeft);
  }

  /** Between two callbacks of a phase; what it throws ends this pass of the phase. */
  #nextTicks(): void {
    const { jobs, rejections } = this.#parts;
    if (!jobs.hasTicks && !rejections.waiting) jobs.runMicrotasks();
    if (jobs.hasTicks || rejections.waiting) this.#ticksAndRejections();
  }

  /** After a callback. What an error leaves in the queues waits for the next callback. */
  #drain(): void {
    this.#guard(() => this.#nextTicks());
  }

  #ticksAndRejections(): void {
    const { jobs, rejections, listeners } = this.#parts;
    do {
      jobs.runTicks();
      jobs.runMicrotasks();
    } while (jobs.hasTicks || rejections.report(listeners));
  }

  /** False if `work` threw an error that a listener took: Node then sees to it that one more turn comes. */
  #guard(work: () => void): boolean {
    const { core, listeners, immediates } = this.#parts;
    try {
      work();
      return true;
    } catch (error) {
      core.rethrowHalt();
      listeners.uncaught(error);
      immediates.addSilent();
      return false;
    }
  }
}
