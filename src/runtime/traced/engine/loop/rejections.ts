// Rejected promises that nobody handles: reported when the microtasks have run, as Node does in its default mode
// (lib/internal/process/promises.js, throwUnhandledRejectionsMode).
import { UnhandledPromiseRejection } from './unhandled.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import type { PromiseSlot, RejectionTracker } from '../promise/slot.ts';

/** Who is told; each says whether anybody listened. */
export interface RejectionListeners {
  unhandled(reason: unknown, promise: object): boolean;
  handledLate(promise: object): boolean;
  /** Throws where nobody catches: the run ends. */
  uncaught(error: unknown, origin: 'unhandledRejection'): void;
}

export class Rejections implements RejectionTracker {
  readonly #core: Core;
  /** Since the last report, with the context in which each was rejected. */
  #pendingUnhandledRejections = new Map<PromiseSlot, Context | undefined>();
  /** Those that have been reported. */
  readonly #warned = new WeakSet<PromiseSlot>();
  /** Handled after they had been reported. */
  #asyncHandledRejections: PromiseSlot[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  /** ECMA-262 27.2.1.9; Node's promiseRejectHandler. */
  hostPromiseRejectionTracker(promise: PromiseSlot, operation: 'reject' | 'handle'): void {
    if (operation === 'reject') this.#unhandledRejection(promise);
    else this.#handledRejection(promise);
  }

  get hasRejectionToWarn(): boolean {
    return this.#pendingUnhandledRejections.size > 0 || this.#asyncHandledRejections.length > 0;
  }

  /** Reports; true if code of the program may have run: ticks and microtasks then come first again. */
  processPromiseRejections(listeners: RejectionListeners): boolean {
    const late = this.#asyncHandledRejections;
    this.#asyncHandledRejections = [];
    for (const { object } of late) listeners.handledLate(object);
    const pending = this.#pendingUnhandledRejections;
    this.#pendingUnhandledRejections = new Map();
    for (const [promise, context] of pending) {
      this.#warned.add(promise);
      const { id, result, object } = promise;
      if (this.#core.traced) this.#core.emit({ kind: 'unhandled', promise: id, message: messageOf(result) });
      this.#core.under(context, () => {
        if (!listeners.unhandled(result, object)) listeners.uncaught(errorOf(result), 'unhandledRejection');
      });
    }
    return late.length > 0 || pending.size > 0 || this.#pendingUnhandledRejections.size > 0;
  }

  #unhandledRejection(promise: PromiseSlot): void {
    this.#pendingUnhandledRejections.set(promise, this.#core.context);
  }

  #handledRejection(promise: PromiseSlot): void {
    if (this.#pendingUnhandledRejections.delete(promise)) return;
    if (this.#warned.delete(promise)) this.#asyncHandledRejections.push(promise);
  }
}

export function messageOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'message' in value) return String(value.message);
  try {
    return String(value);
  } catch {
    return 'a value without text';
  }
}

/** What is no error is wrapped in one, with Node's words. */
function errorOf(reason: unknown): unknown {
  if (isErrorLike(reason)) return reason;
  const text = typeof reason === 'object' && reason !== null ? '#<Object>' : messageOf(reason);
  return new UnhandledPromiseRejection(text);
}

function isErrorLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}
