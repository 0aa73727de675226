// What is known of a difference between two twins, read from their traces. Strands are named as captions name them.
import type { QueueName } from '../events.ts';

/** A strand at a line of its program; 0 where no line is known. */
export interface Place {
  readonly strand: string;
  readonly line: number;
}

/** What a difference is about, read from the two traces. Strands are named as captions name them. */
export type DifferenceFacts =
  /** `likewise`: how many strands more, called by the same one, start so. */
  | {
      readonly kind: 'eager start';
      readonly ts: { readonly strand: string; readonly caller: Place };
      readonly py: { readonly strand: string; readonly queue: QueueName; readonly creator: Place };
      /** How the creator of the Python strand gave way before that strand started. */
      readonly gave: 'suspends' | 'ends';
      readonly likewise: number;
    }
  | {
      readonly kind: 'awaited coroutine';
      readonly ts: { readonly strand: string; readonly caller: Place };
      /** The strand that runs the body itself, its first line of output, and the line of the one before it. */
      readonly py: Place & { readonly text: string; readonly after: number };
      readonly likewise: number;
    }
  | { readonly kind: 'never started'; readonly ts: { readonly strand: string; readonly caller: Place } }
  /** `suspends`: the twin in which it gives way; `on` says for what; `meanwhile`: what other strands print until it goes on. */
  | {
      readonly kind: 'await yields';
      readonly suspends: 'ts' | 'py';
      readonly there: Place & { readonly on: string };
      readonly here: { readonly strand: string; readonly from: number; readonly to: number };
      readonly meanwhile: string | undefined;
      readonly likewise: number;
    }
  | {
      readonly kind: 'callback queue';
      readonly ts: { readonly strand: string; readonly queue: QueueName; readonly after: After };
      readonly py: { readonly strand: string; readonly queue: QueueName; readonly after: After };
    }
  | {
      readonly kind: 'timers in one turn';
      readonly ts: { readonly woken: Place; readonly timer: string };
      readonly py: { readonly woken: Place; readonly timer: string };
    }
  | {
      readonly kind: 'equal timers';
      readonly due: number;
      readonly ts: { readonly first: string; readonly second: string };
      readonly py: { readonly first: string; readonly second: string };
    }
  | {
      readonly kind: 'closed early';
      readonly closes: 'ts' | 'py';
      readonly there: Place & { readonly by: Place };
      /** The line of output after which it is closed here; undefined if it never is. */
      readonly here: Place & { readonly after: string | undefined };
    }
  | { readonly kind: 'ending'; readonly ts: StrandEnd; readonly py: StrandEnd }
  /** `tells`: the twin in which an error without a handler ends the program; both exit codes. */
  | {
      readonly kind: 'unhandled';
      readonly failing: 'ts' | 'py';
      readonly message: string;
      readonly there: number;
      readonly here: number;
    }
  | { readonly kind: 'exit code'; readonly ts: number; readonly py: number }
  /** `first`: the twin that prints the line before `than`. `real`: another run may differ. */
  | {
      readonly kind: 'moved';
      readonly text: string;
      readonly than: string;
      readonly first: 'ts' | 'py';
      readonly ts: Place;
      readonly py: Place;
      readonly real: boolean;
    }
  | {
      readonly kind: 'other line';
      readonly ts: (Place & { readonly text: string; readonly more: number }) | undefined;
      readonly py: (Place & { readonly text: string; readonly more: number }) | undefined;
      readonly real: boolean;
    };

/** What happened last before something: a strand gave way or ended; undefined at the start of the program. */
export type After =
  (Place & { readonly how: 'suspends' }) | { readonly how: 'ends'; readonly strand: string } | undefined;

export interface StrandEnd extends Place {
  readonly failed: boolean;
  /** undefined: it is waiting still when the program ends. */
  readonly how: 'return' | 'throw' | 'cancel' | undefined;
}

export type DifferenceKind = DifferenceFacts['kind'];
export type FactsOf<K extends DifferenceKind> = Extract<DifferenceFacts, { kind: K }>;
