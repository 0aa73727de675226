// Node's event loop on the virtual clock: timers, poll, check; after each callback ticks and microtasks. README.md in
// the folder above draws it. Counterparts: uv_run of libuv (src/unix/core.c) and, around it, node::SpinEventLoop
// (src/api/embed_helpers.cc).
import type { Core } from '../core.ts';
import { Halt } from './halt.ts';
import type { Immediates } from './immediates.ts';
import type { Poll } from './poll.ts';
import type { ThreadPool } from './thread-pool.ts';
import type { RejectionListeners } from './rejections.ts';
import type { TaskQueues } from './task-queues.ts';
import type { Mailbox } from '../../threads/mailbox.ts';
import type { Timers } from './timers.ts';
import { TimersPhase } from './timers-phase.ts';

/** How the program hears of the ends of things; `uncaught` throws where nobody listens. */
export interface LoopListeners extends RejectionListeners {
  uncaught(error: unknown, origin?: 'unhandledRejection'): void;
  beforeExit(): void;
}

export interface LoopParts {
  readonly core: Core;
  readonly taskQueues: TaskQueues;
  readonly timers: Timers;
  readonly immediates: Immediates;
  readonly poll: Poll;
  readonly threadPool: ThreadPool;
  /** What other threads send; absent where there are none. */
  readonly mailbox: Mailbox | undefined;
  readonly listeners: LoopListeners;
}

export class Loop {
  readonly #parts: LoopParts;
  readonly #timersPhase: TimersPhase;

  constructor(parts: LoopParts) {
    const { core, timers, immediates, poll, threadPool, mailbox } = parts;
    this.#parts = parts;
    this.#timersPhase = new TimersPhase({
      clock: core.clock,
      lists: timers.lists,
      outside: core.outside,
      isAlone: () => !mailbox && !immediates.hasAny && !poll.isWaiting() && !threadPool.isBusy,
    });
  }

  /**
   * Runs `main` and then the loop until nothing keeps it alive. The body of an ES module runs in a microtask: its
   * microtasks follow at once, before the ticks that it queued. After a CommonJS script the ticks are first.
   */
  run(main: () => void): void {
    const { core, taskQueues } = this.#parts;
    this.#catchUncaught(main);
    if (!core.program.commonJs) this.#catchUncaught(() => taskQueues.runMicrotasks());
    this.#closeCallbackScope();
    this.#spinEventLoop();
  }

  /** node::SpinEventLoop: a listener of "beforeExit" may give the loop something to do again. */
  #spinEventLoop(): void {
    do {
      this.#uvRun();
      this.#catchUncaught(() => this.#parts.listeners.beforeExit());
      this.#closeCallbackScope();
    } while (this.#isAlive());
  }

  /** uv_run: turn after turn, as long as anything keeps the loop alive. */
  #uvRun(): void {
    const { core, poll, mailbox } = this.#parts;
    if (this.#isAlive()) this.#runTimers();
    while (this.#isAlive()) {
      core.step();
      this.#ioPoll();
      this.#runCheck();
      this.#runTimers();
    }
    if (poll.listening.size > 0 && !mailbox) {
      const text = 'stopped: a MessagePort is open and nothing is left that could send to it; Node would wait for ever';
      core.halt(new Halt({ reason: 'wait', text }));
    }
  }

  /** uv__loop_alive */
  #isAlive(): boolean {
    const { timers, immediates, poll, threadPool, mailbox } = this.#parts;
    const hears = mailbox !== undefined && poll.listening.size > 0;
    return hears || immediates.keepsAlive || poll.isWaiting() || threadPool.isBusy || timers.lists.keepsAlive;
  }

  /**
   * The timers phase: uv__run_timers, which calls node::Environment::RunTimers (src/env.cc). After an error that calls
   * processTimers again at once: the next timer runs before the microtasks.
   */
  #runTimers(): void {
    const phase = this.#timersPhase;
    const { timers } = this.#parts;
    let threw = false;
    phase.begin();
    for (let timer; (timer = phase.next());) {
      const next = timer;
      threw = !this.#catchUncaught(() => phase.run(next, (one) => timers.call(one)));
      if (!threw) this.#closeCallbackScope();
    }
    phase.end();
    if (threw) this.#closeCallbackScope();
  }

  /** The poll phase: uv__io_poll, which sleeps until the next timer where nothing else can run: the virtual clock jumps there. */
  #ioPoll(): void {
    const { core, immediates, poll, threadPool, mailbox } = this.#parts;
    const mayBlock = !immediates.keepsAlive && !poll.isWaiting();
    const sleeps = mayBlock && !threadPool.isBusy;
    if (threadPool.isBusy) threadPool.poll(mayBlock);
    if (sleeps) {
      const before = core.clock.now;
      if (mailbox) this.#idle(mailbox);
      else this.#timersPhase.sleep();
      const { now } = core.clock;
      if (core.traced && now > before) core.emit({ kind: 'time', to: now });
    }
    mailbox?.begin(sleeps);
    do {
      poll.runAll((arrival) => {
        const isDone = this.#catchUncaught(arrival);
        return this.#closeCallbackScope() && isDone;
      });
    } while (mailbox?.fetch());
  }

  /** Until another thread sends something, or the next timer is due. */
  #idle(mailbox: Mailbox): void {
    const { core, timers } = this.#parts;
    const due = timers.lists.first()?.expiry.plus;
    mailbox.idle(due, core.frames.main.line);
    if (due !== undefined && core.clock.now >= due) this.#timersPhase.sleep();
  }

  /**
   * The check phase: uv__run_check, which calls node::Environment::CheckImmediate (src/env.cc). After an error that calls
   * processImmediate again for what is outstanding, without ticks and microtasks in between.
   */
  #runCheck(): void {
    const { immediates } = this.#parts;
    if (!immediates.hasAny) return;
    do {
      if (this.#catchUncaught(() => immediates.processImmediate(() => this.#runNextTicks())))
        this.#closeCallbackScope();
    } while (immediates.hasOutstanding);
  }

  /** Between two callbacks of one phase; what it throws ends this pass of the phase. */
  #runNextTicks(): void {
    this.#parts.taskQueues.runNextTicks(this.#parts.listeners);
  }

  /** node::InternalCallbackScope::Close (src/api/callback.cc): the same after the last callback of a phase. False as #catchUncaught. */
  #closeCallbackScope(): boolean {
    return this.#catchUncaught(() => this.#runNextTicks());
  }

  /**
   * False if `work` threw an error that a listener took. As Node's handler of uncaught exceptions does
   * (lib/internal/process/execution.js), an immediate without effect then sees to it that one more turn comes.
   */
  #catchUncaught(work: () => void): boolean {
    const { core, listeners, immediates } = this.#parts;
    try {
      work();
      return true;
    } catch (thrown) {
      const error = core.caught(thrown);
      listeners.uncaught(error);
      immediates.addNoop();
      return false;
    }
  }
}
