// The model of a step-through: a trace, the steps at which a reader stops, and the step shown now. No DOM: views listen.
import { namesOf } from '../../trace/narrate/names.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { apply, stops } from '../../trace/replay/replay.ts';
import { start } from '../../trace/replay/state.ts';
import type { ReplayState } from '../../trace/replay/state.ts';
import type { ServedTrace } from '../../trace/stored.ts';
import type { Narration } from '../../trace/narrate/narration.ts';

/** One run of a program, as `/traces/<id>.<language>.<run>.json` holds it. */
export type RunTrace = ServedTrace & Narration;

/** `step`: another step is shown. `steps`: the reader stops at other steps than before; `step` follows. */
export type PlayerEvent = 'step' | 'steps';

/** Events between two states that are kept, so that any step is at most so many events away from one. */
const stride = 64;

export class Player {
  readonly trace: RunTrace;
  readonly names: Names;
  /** The trace tells every line, so that a reader can stop at each. */
  readonly hasDetail: boolean;
  #steps: readonly number[];
  #place = 0;
  readonly #kept: ReplayState[] = [start];
  #latest: ReplayState = start;
  readonly #listeners: Record<PlayerEvent, Set<() => void>> = { step: new Set(), steps: new Set() };

  constructor(trace: RunTrace) {
    this.trace = trace;
    this.names = namesOf(trace.events);
    this.#steps = stops(trace.events);
    this.hasDetail = this.#steps.length <= trace.events.length;
  }

  /** How many events have happened at each place where the reader stops; 0 first. */
  get steps(): readonly number[] {
    return this.#steps;
  }

  /** Which of `steps` is shown. */
  get place(): number {
    return this.#place;
  }

  /** The highest place. */
  get last(): number {
    return this.#steps.length - 1;
  }

  /** Whether the reader stops at every line and ordinary call too. */
  get detail(): boolean {
    return this.hasDetail && this.#steps.length > this.trace.events.length;
  }

  /** What the run looks like at a place. */
  state(place = this.#place): ReplayState {
    return this.#at(this.#steps[place] ?? 0);
  }

  /** What happened last at a place, a sentence without a full stop. */
  caption(place = this.#place): string {
    return this.trace.captions[(this.#steps[place] ?? 0) - 1] ?? 'before the first step';
  }

  /** The place at which so many events have happened, or the first one after that. */
  placeOf(step: number): number {
    const found = this.#steps.findIndex((one) => one >= step);
    return found < 0 ? this.last : found;
  }

  /** Shows another place; beyond the ends it stays at the end. */
  goTo(place: number): void {
    const to = Math.min(this.last, Math.max(0, Math.round(place)));
    if (to === this.#place || Number.isNaN(to)) return;
    this.#place = to;
    this.#emit('step');
  }

  /** Stops at every line and ordinary call, or no longer; what is shown stays as near as it can. */
  setDetail(detail: boolean): void {
    const step = this.#steps[this.#place] ?? 0;
    const { events } = this.trace;
    this.#steps = detail ? [0, ...events.map((_, index) => index + 1)] : stops(events);
    this.#place = this.placeOf(step);
    this.#emit('steps');
    this.#emit('step');
  }

  /** Calls `listener` at each such moment; the function that it gives ends that. */
  on(event: PlayerEvent, listener: () => void): () => void {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  #emit(event: PlayerEvent): void {
    for (const listener of [...this.#listeners[event]]) listener();
  }

  /** Goes on from the last state that was asked for where it can: a step forward is one event, and all views ask for the same. */
  #at(step: number): ReplayState {
    const { events } = this.trace;
    const kept = this.#kept[Math.min(Math.floor(step / stride), this.#kept.length - 1)] ?? start;
    let state = this.#latest.step <= step && this.#latest.step >= kept.step ? this.#latest : kept;
    while (state.step < step) {
      const event = events[state.step];
      if (!event) break;
      state = apply(state, event);
      if (state.step % stride === 0) this.#kept[state.step / stride] = state;
    }
    this.#latest = state;
    return state;
  }
}
