// The model of a step-through: a trace, the steps at which a reader stops, and the step shown now. No DOM: views listen.
import { walks } from '../bench/address.ts';
import type { Walk } from '../bench/address.ts';
import { namesOf } from '../../trace/narrate/names.ts';
import type { Names } from '../../trace/narrate/names.ts';
import { apply, stops } from '../../trace/replay/replay.ts';
import { shortSteps } from '../../trace/replay/short-steps.ts';
import type { ShortStep } from '../../trace/replay/short-steps.ts';
import { start } from '../../trace/replay/state.ts';
import type { ReplayState } from '../../trace/replay/state.ts';
import type { TraceEvent } from '../../trace/events.ts';
import type { ServedTrace } from '../../trace/stored.ts';
import type { Narration } from '../../trace/narrate/narration.ts';
import { narrateStep } from './sentences.ts';

/** One run of a program, as `/traces/<id>.<language>.<run>.json` holds it. */
export type RunTrace = ServedTrace & Narration;

/** `step`: another step is shown. `steps`: the reader stops at other steps than before; `step` follows. */
export type PlayerEvent = 'step' | 'steps';

/** Events between two states that are kept, so that any step is at most so many events away from one. */
const stride = 64;

export class Player {
  readonly trace: RunTrace;
  readonly names: Names;
  /** In which ways a reader can walk through it: by every line only where the trace tells every line. */
  readonly walks: readonly Walk[];
  readonly #short: ReadonlyMap<number, ShortStep>;
  #walk: Walk = 'short';
  #steps: readonly number[];
  #place = 0;
  readonly #kept: ReplayState[] = [start];
  #latest: ReplayState = start;
  readonly #listeners: Record<PlayerEvent, Set<() => void>> = { step: new Set(), steps: new Set() };

  constructor(trace: RunTrace) {
    this.trace = trace;
    this.names = namesOf(trace.events);
    this.#short = new Map(shortSteps(trace.events).map((one) => [one.step, one]));
    this.#steps = this.stepsOf('short');
    const isDetailed = stops(trace.events).length <= trace.events.length;
    this.walks = isDetailed ? walks : walks.filter((walk) => walk !== 'lines');
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

  /** How the reader walks through the run. */
  get walk(): Walk {
    return this.#walk;
  }

  /** The places at which a line is printed. */
  get prints(): readonly number[] {
    return [...this.#steps.keys()].filter((place) => this.event(place)?.kind === 'print');
  }

  /** How many events have happened at each place of a walk. */
  stepsOf(walk: Walk): readonly number[] {
    const { events } = this.trace;
    if (walk === 'short') return [0, ...this.#short.keys()];
    return walk === 'events' ? stops(events) : [0, ...events.map((_, index) => index + 1)];
  }

  /** What happened last at a place; undefined before the first step. */
  event(place = this.#place): TraceEvent | undefined {
    return this.trace.events[(this.#steps[place] ?? 0) - 1];
  }

  /** What the run looks like at a place. */
  state(place = this.#place): ReplayState {
    return this.#at(this.#steps[place] ?? 0);
  }

  /** What happened last at a place, and in a short walk what led to it; without the last full stop. */
  caption(place = this.#place): string {
    const step = this.#steps[place] ?? 0;
    const short = this.#walk === 'short' ? this.#short.get(step) : undefined;
    if (short) return narrateStep(this.trace.captions, short.narrated);
    return this.trace.captions[step - 1] ?? 'before the first step';
  }

  /** The lines of the program at which what the place says happened. */
  linesNow(): number[] {
    const step = this.#steps[this.#place] ?? 0;
    const narrated = (this.#walk === 'short' && this.#short.get(step)?.narrated) || [step - 1];
    const events = narrated.map((index) => this.trace.events[index]);
    return [...new Set(events.flatMap((event) => (event && 'line' in event && event.line > 0 ? [event.line] : [])))];
  }

  /** The place at which so many events have happened, or the first one after that. */
  placeOf(step: number): number {
    const found = this.#steps.findIndex((one) => one >= step);
    return found < 0 ? this.last : found;
  }

  /** The last place at which no more than so many events have happened. */
  placeUpTo(step: number): number {
    return Math.max(
      0,
      this.#steps.findLastIndex((one) => one <= step),
    );
  }

  /** Shows another place; beyond the ends it stays at the end. */
  goTo(place: number): void {
    const to = Math.min(this.last, Math.max(0, Math.round(place)));
    if (to === this.#place || Number.isNaN(to)) return;
    this.#place = to;
    this.#emit('step');
  }

  /** Walks in another way; what is shown stays as near as it can. */
  setWalk(walk: Walk): void {
    if (walk === this.#walk) return;
    const step = this.#steps[this.#place] ?? 0;
    this.#walk = walk;
    this.#steps = this.stepsOf(walk);
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
