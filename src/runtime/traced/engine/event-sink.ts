// Where the engine's parts say what happens: the run adds the time and hands it to the tracer.
import type { TraceEvent } from '../../../trace/events.ts';

type WithoutTime<E> = E extends TraceEvent ? Omit<E, 'at'> : never;

/** An event before it has its time. */
export type UntimedEvent = WithoutTime<TraceEvent>;

export interface EventSink {
  /** Whether anybody listens: without a tracer no event is built. */
  readonly traced: boolean;
  emit(event: UntimedEvent): void;
}
