// What a realm and its host say to each other. Data crosses as copies (copy.ts); the functions of the host are held by the
// engine alone and never reach a program.
import type { ErrorParts } from '../../../error.ts';
import type { TraceEvent, TraceEventKind } from '../../../trace/events.ts';
import type { Limits } from '../engine/loop/halt.ts';
import type { OutputLine } from '../engine/output-line.ts';
import type { TracedRun } from '../run.ts';
import type { OwnThread } from '../threads/requests.ts';
import type { ThreadHooks } from '../threads/hooks.ts';
import type { Under } from '../model.ts';

/** What the host gives for one run. */
export interface RunHooks {
  readonly isTimeOver: (() => boolean) | undefined;
  readonly onLine: ((line: OutputLine) => void) | undefined;
  /** Kinds of events that are heard; undefined without a tracer. */
  readonly heard: readonly TraceEventKind[] | undefined;
  readonly emit: (event: TraceEvent) => void;
  /** For a run that is one thread of several. */
  readonly thread: ThreadHooks | undefined;
}

export interface RunRequest {
  readonly under: Under | undefined;
  readonly limits: Partial<Limits> | undefined;
  /** With the hooks of a thread. */
  readonly own: OwnThread | undefined;
}

/** How a run ended. `fault`: something in the engine itself is wrong. */
export type RunAnswer =
  | { readonly kind: 'ended'; readonly run: TracedRun }
  | { readonly kind: 'refused'; readonly error: ErrorParts }
  | { readonly kind: 'fault'; readonly message: string };
