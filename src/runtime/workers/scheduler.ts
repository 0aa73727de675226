// Lets the threads of a program take turns: one runs at a time, and where another could go on the schedule says which one does. Who
// carries requests and turns is none of its business; what each request does is service.ts.
import { CourseError, partsOf } from '../../error.ts';
import type { Decision, Way } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { Place, ThreadAnswer, Touched } from '../traced/threads/requests.ts';
import { Decisions } from './decisions.ts';
import { Happened, clock, everything, starts } from './happened.ts';
import { optionsOf } from './thread.ts';
import type { Options, Thread, Wait } from './thread.ts';

/** Places that a run passes at most: one that passes more does not end. */
const mostPlaces = 20_000;

/** Time, in ms since the start, where all threads see it. */
export interface SharedNow {
  ms: number;
}

export interface SchedulerOptions {
  readonly schedule: Schedule;
  /** Whether anything is chosen: under the model `usual` nothing is. */
  readonly asks: boolean;
  readonly now: SharedNow;
  /** What of the state is not in what threads have done: in which order they wait. */
  readonly stateOf: () => string;
  /** Told of each thread that went on although another one would have usually. */
  readonly onDeviation: (threads: readonly Thread[], taken: number) => void;
}

/** Why a run is over: its main thread has ended, no thread can go on, it does not end, or it cannot be run so. */
export type Over = 'end' | 'deadlock' | 'limit' | CourseError;

export class Scheduler {
  readonly threads: Thread[] = [];
  over: Over | undefined;
  readonly now: SharedNow;
  #turn: Thread | undefined;
  /** The thread that had the turn before. */
  #last: Thread | undefined;
  readonly #happened = new Happened();
  readonly #decisions: Decisions;
  readonly #parents = new Map<Thread, Thread>();
  /** Counts what has been written, for those that spin. */
  #writes = 0;
  #places = 0;

  constructor({ now, ...options }: SchedulerOptions) {
    this.now = now;
    this.#decisions = new Decisions({ ...options, happened: this.#happened });
  }

  get isOver(): boolean {
    return this.over !== undefined;
  }

  /** The thread that has the turn. */
  get turn(): Thread {
    if (!this.#turn) throw new TypeError('no thread has begun');
    return this.#turn;
  }

  /** Of the run, which is over. Throws a CourseError (`misuse`) where the schedule does not fit it. */
  decisions(): readonly Decision[] {
    try {
      return this.#decisions.end();
    } catch (error) {
      throw error instanceof CourseError ? misfit(error) : error;
    }
  }

  /** What the thread is told that has the turn. */
  answer(): ThreadAnswer {
    const thread = this.turn;
    const away = this.#last !== thread;
    this.#last = thread;
    thread.waits = undefined;
    if (this.over !== undefined || thread.isOver) return { over: true };
    return { ...thread.answer(), ...(away && { away }) };
  }

  /** A new thread, which may go on from now on; the first one has the turn. */
  begin(thread: Pick<Thread, 'name' | 'strand' | 'control' | 'inbox'>): Thread {
    const id = this.threads.length;
    const parent = this.#turn;
    const flags = { isOver: false, hasBegun: false, isWatched: false, hasEnded: false };
    const begun: Thread = { ...thread, ...flags, id, waits: undefined, steps: 0, line: 0, answer: nothing };
    this.threads.push(begun);
    this.#turn ??= begun;
    if (!parent) return begun;
    this.#parents.set(begun, parent);
    this.touch(parent, { writes: [starts] });
    this.#happened.begin(id, parent.id);
    return begun;
  }

  touch(thread: Thread, touched: Touched): void {
    if (touched.writes?.length) this.#writes++;
    this.#happened.touch(thread.id, touched);
  }

  /** A place at which the thread could go on, or another. `then`: what it does once it goes on. */
  offer(thread: Thread, place: Place, then: () => ThreadAnswer = nothing): undefined {
    thread.answer = then;
    return this.#hand(thread, optionsOf(this.threads, thread, this.now.ms, true), place);
  }

  /** The thread cannot go on. */
  block(thread: Thread, waits: Wait, place: Place, then: () => ThreadAnswer): undefined {
    thread.waits = waits;
    thread.answer = then;
    return this.#hand(thread, optionsOf(this.threads, thread, this.now.ms, waits.isOver()), place);
  }

  /**
   * A thread that spins lets the others go on, until one of them has written something: it would see the same again. That it goes on
   * all the same is a preemption of the others.
   */
  spin(thread: Thread, place: Place): undefined {
    const seen = this.#writes;
    const { free, costly } = optionsOf(this.threads, thread, this.now.ms, false);
    thread.answer = nothing;
    if (free.length === 0) return undefined;
    thread.waits = { kind: 'spins', isOver: () => this.#writes !== seen, due: Infinity };
    this.#happened.touch(thread.id, { writes: [everything] });
    return this.#hand(thread, { free, costly: [...costly, thread] }, place);
  }

  /** The clock shows at least so many ms. */
  pass(thread: Thread, to: number): void {
    if (to <= this.now.ms) return;
    this.now.ms = to;
    this.touch(thread, { writes: [clock] });
  }

  /** Which of these messages comes first. */
  firstOf(thread: Thread, messages: readonly Way[]): number {
    return this.#guarded(() => this.#decisions.message(thread, messages)) ?? 0;
  }

  /** It does nothing more, nor do those that it has made. */
  terminate(thread: Thread): void {
    thread.isOver = true;
    if (thread.waits) thread.waits = undefined;
  }

  /** The thread has ended: another one has the turn. */
  end(thread: Thread): void {
    thread.hasEnded = true;
    for (const [child, parent] of this.#parents) if (parent === thread) this.terminate(child);
    this.#hand(thread, optionsOf(this.threads, thread, this.now.ms, false), { what: 'end', line: thread.line });
  }

  /** The run is over: main, and after it each thread that has not ended, has one more turn to come to its end. */
  stop(over: Over): undefined {
    this.over ??= over;
    this.#turn = this.threads.find(({ hasEnded }) => !hasEnded) ?? this.#turn;
    return undefined;
  }

  #hand(thread: Thread, options: Options, place: Place): undefined {
    if (this.over !== undefined) return this.stop(this.over);
    thread.steps++;
    if (place.line > 0) thread.line = place.line;
    if (++this.#places > mostPlaces) return this.stop('limit');
    const chosen = this.#guarded(() => this.#decisions.thread(thread, options, place));
    if (this.isOver) return undefined;
    if (!chosen) return this.stop('deadlock');
    const due = chosen.waits?.isOver() === false ? chosen.waits.due : -Infinity;
    if (due < Infinity && due > this.now.ms) {
      this.now.ms = due;
      this.touch(chosen, { writes: [clock] });
    }
    this.#turn = chosen;
    return undefined;
  }

  /** What the schedule says; where it does not fit the run, that is over. */
  #guarded<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof CourseError)) throw error;
      return this.stop(misfit(error));
    }
  }
}

function nothing(): ThreadAnswer {
  return {};
}

function misfit(error: CourseError): CourseError {
  return new CourseError({ ...partsOf(error), kind: 'misuse' });
}
