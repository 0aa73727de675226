// What this process and its real threads say to each other, as JSON through an exchange.
import type { ErrorParts } from '../../error.ts';
import type { TraceEvent, TraceEventKind } from '../../trace/events.ts';
import type { OutputLine } from '../traced/engine/output-line.ts';
import type { Limits } from '../traced/engine/loop/halt.ts';
import type { OwnThread, ThreadAnswer, ThreadRequest } from '../traced/threads/requests.ts';

/** The program, as its file. */
export interface ProgramText {
  readonly text: string;
  readonly file: string;
  /** As messages name it. */
  readonly shown: string;
}

/** To a thread: begin, or what it is answered. */
export type ToThread =
  | {
      readonly begin: {
        readonly program: ProgramText;
        readonly own: OwnThread;
        readonly limits: Partial<Limits> | undefined;
        readonly heard: readonly TraceEventKind[] | undefined;
      };
    }
  | { readonly answer: ThreadAnswer };

/** Of a thread: what it has printed and what has happened since it last spoke, in order, and what it asks for or how it has ended. */
export interface FromThread {
  readonly emitted: readonly Emitted[];
  readonly request?: ThreadRequest;
  readonly ended?: Ended;
}

export type Emitted = { readonly line: OutputLine } | { readonly event: TraceEvent };

/** `stopped`: the text of a limit that ended the run; `refused`: the engine does not have what it asked for. */
export type Ended =
  { readonly code: number; readonly stopped?: string } | { readonly refused: ErrorParts } | { readonly fault: string };
