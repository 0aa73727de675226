// The abstract operations on promises and the two kinds of promise jobs: ECMA-262 27.2.1 and 27.2.2.
import { askedAt } from '../asked.ts';
import { anonymous } from '../named.ts';
import { isObject } from '../object.ts';
import { settleAsStrand, settleWith } from './capability.ts';
import type { ResolvingFunctions } from './capability.ts';
import type { Core } from '../core.ts';
import type { TaskQueues } from '../loop/task-queues.ts';
import { PromiseSlot } from './slot.ts';
import type { PromiseReaction, RejectionTracker, Settled, WaitingReaction } from './slot.ts';

/** A `then` method, the engine's own or one of the program. */
export type Then = (this: unknown, ...args: readonly unknown[]) => unknown;

export class PromiseOperations {
  readonly #core: Core;
  readonly #taskQueues: TaskQueues;
  readonly #tracker: RejectionTracker;
  #ids = 0;
  /** The promise behind a value whose `then` is the engine's own. Set by the class that the program sees. */
  adopted: (value: object, then: Then) => PromiseSlot | undefined = () => undefined;

  constructor(core: Core, taskQueues: TaskQueues, tracker: RejectionTracker) {
    this.#core = core;
    this.#taskQueues = taskQueues;
    this.#tracker = tracker;
  }

  create(object: object): PromiseSlot {
    const { traced, turns } = this.#core;
    return new PromiseSlot(traced && turns ? turns.hooks.next('promise') : ++this.#ids, object);
  }

  /**
   * CreateResolvingFunctions (27.2.1.3): of the two only the first call counts. Promise.race needs nothing else to take
   * the first result.
   */
  createResolvingFunctions(slot: PromiseSlot): ResolvingFunctions {
    let alreadyResolved = false;
    const resolve = anonymous((resolution: unknown) => {
      if (alreadyResolved) return;
      alreadyResolved = true;
      this.#resolve(slot, resolution);
    });
    const reject = anonymous((reason: unknown) => {
      if (alreadyResolved) return;
      alreadyResolved = true;
      this.#rejectPromise(slot, reason);
    });
    return { resolve: this.#core.label('resolve', resolve), reject: this.#core.label('reject', reject) };
  }

  /** PerformPromiseThen (27.2.5.4.1): a settled promise queues the reaction at once, and never calls it at once. */
  performPromiseThen(slot: PromiseSlot, reaction: PromiseReaction): void {
    const waiting = { ...reaction, context: this.#core.context };
    if (slot.state === 'pending') slot.reactions.push(waiting);
    else {
      if (slot.state === 'rejected' && !slot.isHandled) this.#tracker.hostPromiseRejectionTracker(slot, 'handle');
      this.#newPromiseReactionJob(waiting, slot.state, slot.result);
    }
    slot.isHandled = true;
  }

  /** What the resolve function of CreateResolvingFunctions (27.2.1.3) does when it counts. */
  #resolve(slot: PromiseSlot, resolution: unknown): void {
    if (resolution === slot.object) {
      return this.#rejectPromise(slot, new TypeError('Chaining cycle detected for promise #<Promise>'));
    }
    if (!isObject(resolution)) return this.#fulfillPromise(slot, resolution);
    let then: unknown;
    try {
      then = Reflect.get(resolution, 'then');
    } catch (thrown) {
      const error = this.#core.caught(thrown);
      return this.#rejectPromise(slot, error);
    }
    if (typeof then !== 'function') return this.#fulfillPromise(slot, resolution);
    this.#newPromiseResolveThenableJob(slot, resolution, then as Then);
  }

  /**
   * NewPromiseResolveThenableJob (27.2.2.2): a promise that is resolved with another one adopts its result. That takes a
   * microtask for this job, which calls `then` of the other, and one for the reaction that `then` queues. One that the
   * program wrote runs as a strand.
   */
  #newPromiseResolveThenableJob(slot: PromiseSlot, value: object, then: Then): void {
    const core = this.#core;
    const inner = this.adopted(value, then);
    if (inner) {
      const adopting = { kind: 'adopt', promise: slot.id, adopts: inner.id } as const;
      const result = () => ({ ...adopting, step: 'result' }) as const;
      const work = () => {
        const { resolve, reject } = this.createResolvingFunctions(slot);
        const handlers = [core.hide(resolve, result), core.hide(reject, result)];
        settleWith(core, { resolve: () => {}, reject }, () => Reflect.apply(then, value, handlers));
      };
      return this.#taskQueues.enqueueMicrotask(work, () => ({ ...adopting, step: 'then' }));
    }
    const line = core.frames.line();
    const author = core.frames.author();
    const work = () => {
      const frame = core.frames.create('microtask callback', 'then', line, author);
      const { resolve, reject } = this.createResolvingFunctions(slot);
      settleAsStrand(core, frame, { resolve: () => {}, reject }, () => Reflect.apply(then, value, [resolve, reject]));
    };
    this.#taskQueues.enqueueMicrotask(work, () => ({ kind: 'engine', does: 'then of object', ...askedAt(line) }));
  }

  /** FulfillPromise (27.2.1.4). */
  #fulfillPromise(slot: PromiseSlot, value: unknown): void {
    this.#triggerPromiseReactions(this.#settle(slot, 'fulfilled', value), 'fulfilled', value);
  }

  /** RejectPromise (27.2.1.7). */
  #rejectPromise(slot: PromiseSlot, reason: unknown): void {
    const reactions = this.#settle(slot, 'rejected', reason);
    if (!slot.isHandled) this.#tracker.hostPromiseRejectionTracker(slot, 'reject');
    this.#triggerPromiseReactions(reactions, 'rejected', reason);
  }

  /** The promise leaves `pending`; gives the reactions that waited for it. */
  #settle(slot: PromiseSlot, state: Settled, result: unknown): readonly WaitingReaction[] {
    const { reactions } = slot;
    slot.reactions = [];
    slot.state = state;
    slot.result = result;
    if (this.#core.traced) {
      const owner = slot.owner === undefined ? {} : { owner: slot.owner.strand };
      const author = this.#core.frames.author();
      this.#core.emit({ kind: 'promise', promise: slot.id, state, ...author, ...owner });
    }
    return reactions;
  }

  /** TriggerPromiseReactions (27.2.1.8): one job for each reaction, in the order in which they were added. */
  #triggerPromiseReactions(reactions: readonly WaitingReaction[], state: Settled, argument: unknown): void {
    for (const reaction of reactions) this.#newPromiseReactionJob(reaction, state, argument);
  }

  /** NewPromiseReactionJob (27.2.2.1), queued at once by HostEnqueuePromiseJob (9.5.5). */
  #newPromiseReactionJob(reaction: WaitingReaction, state: Settled, argument: unknown): void {
    const { run, what } = reaction;
    this.#taskQueues.enqueueMicrotask(
      () => run(state, argument),
      () => what(state),
      reaction,
    );
  }
}
