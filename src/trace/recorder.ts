// The tracer that keeps every event in a list: the trace of a run.
import type { TraceEvent, TraceEventKind, Tracer } from './events.ts';

/** Which kinds only a detailed trace has; complete by type. */
const inDetail: Record<TraceEventKind, boolean> = {
  create: false,
  resume: false,
  suspend: false,
  settle: false,
  line: true,
  call: true,
  leave: true,
  print: false,
  enqueue: false,
  dequeue: false,
  cancel: false,
  cancellation: false,
  promise: false,
  'return promise': false,
  lock: false,
  channel: false,
  signal: false,
  message: false,
  decision: false,
  read: false,
  write: false,
  values: true,
  time: false,
  unhandled: false,
  uncaught: false,
  unsettled: false,
  stop: false,
  exit: false,
};

/** A tracer and the list that it fills. Without `detail` lines and ordinary calls are left out. */
export function recorder({ detail = false }: { readonly detail?: boolean } = {}): {
  readonly tracer: Tracer;
  readonly events: TraceEvent[];
} {
  const events: TraceEvent[] = [];
  const keep = (event: TraceEvent) => {
    events.push(event);
  };
  const kept = Object.entries(inDetail).filter(([, onlyInDetail]) => detail || !onlyInDetail);
  const tracer: Tracer = Object.fromEntries(kept.map(([kind]) => [kind, keep]));
  return { tracer, events };
}
