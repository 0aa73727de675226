// Rejected promises that nobody handles: reported when the microtasks have run, as Node does with its default mode.
import { UnhandledPromiseRejection } from './unhandled.ts';
import type { Context, Core } from '../core.ts';
import type { PromiseSlot, RejectionTracker } from '../promise/state.ts';

/** Who is told; each says whether anybody listened. */
export interface RejectionListeners {
  unhandled(reason: unknown, promise: object): boolean;
  handledLate(promise: object): boolean;
  /** Throws where nobody catches: the run ends. */
  uncaught(error: unknown, origin: 'unhandledRejection'): void;
}

export class Rejections implements RejectionTracker {
  readonly #core: Core;
  /** With the context in which each was rejected. */
  #pending = new Map<PromiseSlot, Context | undefined>();
  readonly #reported = new WeakSet<PromiseSlot>();
  #late: PromiseSlot[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  rejected(promise: PromiseSlot): void {
    this.#pending.set(promise, this.#core.context);
  }

  handled(promise: PromiseSlot): void {
    if (this.#pending.delete(promise)) return;
    if (this.#reported.delete(promise)) this.#late.push(promise);
  }

  get waiting(): boolean {
    return this.#pending.size > 0 || this.#late.length > 0;
  }

  /** Reports; true if code of the program may have run. */
  report(listeners: RejectionListeners): boolean {
    const late = this.#late;
    this.#late = [];
    for (const { object } of late) listeners.handledLate(object);
    const pending = this.#pending;
    this.#pending = new Map();
    for (const [promise, context] of pending) {
      this.#reported.add(promise);
      const { id, value, object } = promise;
      if (this.#core.traced) this.#core.emit({ kind: 'unhandled', promise: id, message: messageOf(value) });
      this.#core.under(context, () => {
        if (!listeners.unhandled(value, object)) listeners.uncaught(errorOf(value), 'unhandledRejection');
      });
    }
    return late.length > 0 || pending.size > 0 || this.#pending.size > 0;
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
  if (typeof reason === 'object' && reason !== null && Object.hasOwn(reason, 'stack')) return reason;
  const text = typeof reason === 'object' && reason !== null ? '#<Object>' : messageOf(reason);
  return new UnhandledPromiseRejection(text);
}
