// A run as its trace tells it: its lines, and how it ended.
import { CourseError } from '../error.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Line } from '../trace/recording.ts';
import type { RunResult } from './engine.ts';

/** What a trace says of its run: main alone stands for its strands, since nobody draws them from here. */
export function resultOf(events: readonly TraceEvent[]): RunResult {
  const lines = events.flatMap((event): Line[] => {
    return event.kind === 'print' ? [{ at: event.at, stream: event.stream, text: event.text }] : [];
  });
  const last = events.findLast((event) => event.kind === 'exit');
  if (!last) throw new CourseError({ what: 'the trace of the run has no end', fix: 'run it again' });
  return {
    lines,
    strands: [{ id: 0, kind: 'main', name: 'main' }],
    exit: last.code,
    signal: null,
    stopped: undefined,
    elapsed: last.at,
  };
}
