// What is said about a run, made where the run is served: a page then needs the sentences, not the code that makes them.
import { captionsOf } from './captions.ts';
import { causesOf } from './causes.ts';
import type { TraceEvent } from '../events.ts';

export interface Narration {
  /** One sentence for each event, without a full stop. */
  readonly captions: readonly string[];
  /** For each printed line, both streams together, the chain of its causes. */
  readonly causes: readonly (readonly string[])[];
}

export function narrationOf(events: readonly TraceEvent[]): Narration {
  const prints = events.filter(({ kind }) => kind === 'print');
  return { captions: captionsOf(events), causes: prints.map((_, index) => causesOf(events, index + 1) ?? []) };
}
