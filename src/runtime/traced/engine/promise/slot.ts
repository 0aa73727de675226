// What a promise is to the engine: the internal slots of ECMA-262 27.2.6. The object that the program sees holds one.
import type { Job, PromiseState } from '../../../../trace/events.ts';
import type { Context } from '../context.ts';
import type { Frame } from '../frames.ts';

export type Settled = Exclude<PromiseState, 'pending'>;

/**
 * A PromiseReaction Record (27.2.1.2), for both outcomes in one: what happens, as a microtask, once the promise is
 * settled.
 */
export interface PromiseReaction {
  readonly run: (state: Settled, value: unknown) => void;
  readonly what: (state: Settled) => Job;
  /** The strand that goes on. */
  readonly resumes?: number;
}

/** A reaction in the list of a pending promise. */
export type WaitingReaction = PromiseReaction & { readonly context: Context | undefined };

/** HostPromiseRejectionTracker (27.2.1.9): a promise was rejected without a handler; a handler was added after all. */
export interface RejectionTracker {
  hostPromiseRejectionTracker(promise: PromiseSlot, operation: 'reject' | 'handle'): void;
}

export class PromiseSlot {
  readonly id: number;
  /** The object that the program holds. */
  readonly object: object;
  /** [[PromiseState]] */
  state: PromiseState = 'pending';
  /** [[PromiseResult]] */
  result: unknown = undefined;
  /** [[PromiseIsHandled]] */
  isHandled = false;
  /** [[PromiseFulfillReactions]] and [[PromiseRejectReactions]] */
  reactions: WaitingReaction[] = [];
  /** The async function whose result it is. */
  owner: Frame | undefined;

  constructor(id: number, object: object) {
    this.id = id;
    this.object = object;
  }
}
