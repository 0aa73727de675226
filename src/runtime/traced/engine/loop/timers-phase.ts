// The timers phase: which timer is called next. Counterparts: processTimers and listOnTimeout of Node's lib/internal/timers.js, called
// by node::Environment::RunTimers (src/env.cc), which uv__run_timers calls. One timer is handed out at a time; whoever asks calls
// it, and runs ticks and microtasks.
import { start } from '../../../../explore/clock/path.ts';
import type { Instant } from '../../../../explore/clock/path.ts';
import type { Clock } from './clock.ts';
import type { OutsideTime } from './outside-time.ts';
import { later } from './time.ts';
import type { Timer, TimerLists, TimersList } from './timer-lists.ts';

/** What a phase reads of the clock, once for all timers that are called in it. */
interface Reading {
  now: Instant;
  /** Whether this phase is still the one before is decided when somebody must know. */
  joins: Joins | undefined;
}

/**
 * If `due` was not after what the phase before had read, that phase was not over yet: then there was no other reading. Else libuv's
 * handle was not due before `notBefore`.
 */
interface Joins {
  readonly earlier: Reading;
  readonly due: Instant;
  readonly notBefore: Instant | undefined;
}

export interface TimersPhaseParts {
  readonly clock: Clock;
  readonly lists: TimerLists;
  readonly outside: OutsideTime<Timer> | undefined;
  /** Whether nothing but a timer can run: no immediate and no message waits. */
  readonly isAlone: () => boolean;
}

export class TimersPhase {
  readonly #parts: TimersPhaseParts;
  #reading: Reading = { now: start, joins: undefined };
  /** The list that is being emptied, and the timer that comes next in it, once the one before has been called. */
  #open: TimersList | undefined;
  #following: { readonly timer: Timer; readonly due: Instant; readonly id: number } | undefined;
  /** Whether libuv calls RunTimers in this phase, and what its clock said at the end of the last phase in which it did. */
  #isCalled = false;
  #calledAt: Reading | Instant | undefined;
  /** What ended the sleep of the loop: the first list, or under `latency` a timer. */
  #woken: TimersList | undefined;
  #joins: Joins | undefined;
  #ended: Timer | undefined;
  #hasRun = false;
  /** The phase was left while more timers may have been due in it, since nothing else could come between. */
  #isLeft = false;

  constructor(parts: TimersPhaseParts) {
    this.#parts = parts;
  }

  /** uv__io_poll: the loop has nothing to do until a timer is due. */
  sleep(): void {
    const { clock, lists, outside } = this.#parts;
    if (outside) {
      this.#sleepUntilEnd(outside);
      return;
    }
    const first = lists.first();
    if (!first) return;
    this.#woken = first;
    const notBefore = this.#handleNotBefore();
    const joins = { earlier: this.#reading, due: first.expiry, notBefore };
    this.#joins = this.#isLeft && !clock.isSurelyBefore(joins.earlier.now, joins.due) ? joins : undefined;
    clock.jump(first.expiry);
    if (!this.#joins && notBefore) clock.jump(notBefore);
  }

  /** uv__update_time and uv__run_timers. */
  begin(): void {
    const { clock, lists } = this.#parts;
    const woken = this.#woken;
    const hasSlept = woken !== undefined || this.#ended !== undefined;
    if (lists.size > 0) {
      const joins = this.#joins;
      if (!hasSlept) clock.turn();
      this.#reading = { now: clock.tick({ what: 'timers phase' }), joins };
    }
    clock.keepOnly(() => this.#compared());
    if (woken) this.#open = woken;
    [this.#woken, this.#joins, this.#hasRun, this.#isLeft] = [undefined, undefined, false, false];
    this.#isCalled = lists.size > 0 && (hasSlept || this.#isHandleDue());
  }

  /** The timer that is called next in this phase. */
  next(): Timer | undefined {
    const { outside, isAlone } = this.#parts;
    if (outside) return this.#nextToEnd(outside);
    if (!this.#isCalled) return undefined;
    if (!this.#hasRun || !isAlone()) return this.#nextDue();
    return this.#leave();
  }

  /** The timer waits no more: `call` calls it. Throws what that throws. */
  run(timer: Timer, call: (timer: Timer) => void): void {
    const { lists } = this.#parts;
    const list = lists.takeOut(timer);
    const isOpen = list === this.#open;
    this.#open = undefined;
    this.#following = undefined;
    this.#hasRun = true;
    call(timer);
    if (!list) return;
    const [first] = list.timers;
    lists.dropIfEmpty(list);
    if (!isOpen || !first) return;
    this.#open = list;
    this.#following = { timer: first, due: later(first.start, list.msecs), id: lists.nextId() };
  }

  end(): void {
    const { last } = this.#parts.clock;
    if (this.#isCalled) this.#calledAt = last === this.#reading.now ? this.#reading : last;
    [this.#open, this.#following] = [undefined, undefined];
  }

  /**
   * RunTimers sets libuv's handle for the first list that is left, but at the earliest for 1 ms after the time that libuv then had: what
   * came due meanwhile waits for a turn of the loop, and for another one where no ms has passed in it.
   */
  #isHandleDue(): boolean {
    const { clock, lists } = this.#parts;
    const { now } = this.#reading;
    const at = { what: 'timers phase' };
    const calledAt = this.#calledAt;
    if (!lists.some(({ expiry }) => !clock.isBefore(now, expiry, at))) return false;
    if (!calledAt) return true;
    return !clock.isBefore(now, later('now' in calledAt ? this.#now(calledAt) : calledAt, 1), at);
  }

  /** By the rules of processTimers and listOnTimeout. */
  #nextDue(): Timer | undefined {
    const { lists } = this.#parts;
    const following = this.#following;
    if (following && !this.#isStillDue(following)) this.#open = undefined;
    for (;;) {
      const list = this.#open ?? lists.first();
      if (!list) return undefined;
      if (!this.#open && this.#isNowBefore(list.expiry, 'processTimers')) return undefined;
      this.#open = list;
      const [first] = list.timers;
      if (first && (first === following?.timer || this.#isDue(list, first))) return first;
      this.#open = undefined;
      lists.dropIfEmpty(list);
    }
  }

  /** listOnTimeout looks at the next timer of its list as soon as it has called one, before ticks and microtasks. */
  #isStillDue({ due, id }: { readonly due: Instant; readonly id: number }): boolean {
    this.#following = undefined;
    if (!this.#isNowBefore(due, 'listOnTimeout')) return true;
    if (this.#open) Object.assign(this.#open, { expiry: due, id });
    return false;
  }

  #isDue(list: TimersList, timer: Timer): boolean {
    const { lists } = this.#parts;
    const due = later(timer.start, list.msecs);
    if (due.time === list.expiry.time && due.plus === list.expiry.plus) return true;
    if (!this.#isNowBefore(due, 'listOnTimeout')) return true;
    // Node takes now + 1 where that is later, which it never is: both are whole ms
    Object.assign(list, { expiry: due, id: lists.nextId() });
    return false;
  }

  /**
   * Nothing but timers can come next, and those that were set meanwhile are due later than what this phase has read: it makes no
   * difference whether the next list is called in it or in the next phase. Only in the list that was being emptied it does,
   * if there are others.
   */
  #leave(): Timer | undefined {
    const following = this.#following;
    if (following && this.#open) {
      if (this.#parts.lists.size > 1) {
        if (this.#isStillDue(following)) return this.#nextDue();
      } else Object.assign(this.#open, { expiry: following.due, id: following.id });
    }
    this.#isLeft = true;
    return undefined;
  }

  /** RunTimers sets libuv's handle at the earliest for 1 ms after the time that libuv then had, where that is later than its reading. */
  #handleNotBefore(): Instant | undefined {
    const calledAt = this.#calledAt;
    return calledAt && !('now' in calledAt) ? later(calledAt, 1) : undefined;
  }

  /** All instants that may be compared later. */
  #compared(): readonly Instant[] {
    const calledAt = this.#calledAt;
    const last = calledAt && ('now' in calledAt ? instantsOf(calledAt) : [calledAt]);
    return [...this.#parts.lists.instants(), ...instantsOf(this.#reading), ...(last ?? [])];
  }

  /** Which reading this phase has need not be known where even the later one is before. */
  #isNowBefore(due: Instant, what: string): boolean {
    const { clock } = this.#parts;
    return clock.isSurelyBefore(this.#reading.now, due) || clock.isBefore(this.#now(), due, { what });
  }

  #now(reading = this.#reading): Instant {
    const { joins } = reading;
    if (joins) {
      reading.joins = undefined;
      const { clock } = this.#parts;
      const earlier = this.#now(joins.earlier);
      if (!clock.isBefore(earlier, joins.due, { what: 'processTimers' })) reading.now = earlier;
      else if (joins.notBefore) clock.keepNotBefore(reading.now, joins.notBefore);
    }
    return reading.now;
  }

  /** Under `latency`: the timer whose end woke the loop, then what ends at the same time, as long as something else waits. */
  #nextToEnd(outside: OutsideTime<Timer>): Timer | undefined {
    const ended = this.#ended;
    this.#ended = undefined;
    if (ended) return ended;
    if (this.#following && !this.#isStillDue(this.#following)) this.#open = undefined;
    if (this.#parts.lists.size === 0 || this.#parts.isAlone()) return undefined;
    return outside.atOnce(this.#isCalled ? this.#nextDue() : undefined);
  }

  /** The one that ends next if nothing is late is the first of the list until which the loop would sleep. */
  #sleepUntilEnd(outside: OutsideTime<Timer>): void {
    const { clock, lists } = this.#parts;
    const asleep = clock.tick({ what: 'sleep' });
    let usual: Timer | undefined;
    for (let list; !usual && (list = lists.first());) {
      const [first] = list.timers;
      const due = first && later(first.start, list.msecs);
      if (!due) lists.dropIfEmpty(list);
      else if (due.plus <= Math.max(outside.soonest, list.expiry.plus)) [usual, this.#open] = [first, list];
      else Object.assign(list, { expiry: due, id: lists.nextId() });
    }
    this.#ended = outside.next(usual);
    clock.awoke(asleep);
    if (this.#ended !== usual) this.#open = undefined;
  }
}

function instantsOf({ now, joins }: Reading): readonly Instant[] {
  return joins ? [now, joins.due, ...(joins.notBefore ? [joins.notBefore] : []), ...instantsOf(joins.earlier)] : [now];
}
