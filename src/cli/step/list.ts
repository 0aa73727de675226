// The steps of a trace as a numbered list: what `course step` prints where nobody can press keys.
import { captionsOf } from '../../trace/narrate/captions.ts';
import type { TraceEvent } from '../../trace/events.ts';
import { stops } from '../../trace/replay/replay.ts';

/** The steps at which a reader stops: every one in detail, else those that are not a mere line or ordinary call. */
export function stepsOf(events: readonly TraceEvent[], detail: boolean): number[] {
  return detail ? [0, ...events.map((_, index) => index + 1)] : stops(events);
}

/** The caption of each step. */
export function sentences(events: readonly TraceEvent[], detail: boolean): string[] {
  const captions = captionsOf(events);
  return stepsOf(events, detail)
    .slice(1)
    .map((step) => captions[step - 1] ?? '');
}

/** One line for each step: its number, the time, and its caption. */
export function listed(events: readonly TraceEvent[], detail: boolean): string[] {
  const captions = sentences(events, detail);
  const steps = stepsOf(events, detail).slice(1);
  const wide = String(steps.length).length;
  const last = Math.round(events[events.length - 1]?.at ?? 0);
  return steps.map((step, index) => {
    const time = String(Math.round(events[step - 1]?.at ?? 0)).padStart(String(last).length);
    return `${String(index + 1).padStart(wide)}  ${time} ms  ${captions[index] ?? ''}`;
  });
}
