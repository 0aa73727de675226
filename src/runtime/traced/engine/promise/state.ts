// What a promise is to the engine: a state with reactions, moved by the rules of ECMA-262 section 27.2.1.
// The class that the program sees wraps one of these.
import type { PromiseState } from '../../../../trace/events.ts';
import { isObject } from '../object.ts';
import { settleAsStrand, settleWith } from './capability.ts';
import type { Capability } from './capability.ts';
import type { Core } from '../core.ts';
import type { Frame } from '../frames.ts';
import type { Jobs } from '../loop/jobs.ts';
import { atLine } from '../labels.ts';

export type Settled = Exclude<PromiseState, 'pending'>;

/** What happens once a promise is settled, as a microtask. */
export interface Reaction {
  readonly run: (state: Settled, value: unknown) => void;
  readonly label: (state: Settled) => string;
  /** The strand that goes on. */
  readonly resumes?: number;
}

/** Told of rejections without a handler, and of handlers that come later. */
export interface RejectionTracker {
  rejected(promise: PromiseSlot): void;
  handled(promise: PromiseSlot): void;
}

/** A `then` method, the engine's own or one of the program. */
export type Then = (this: unknown, ...args: readonly unknown[]) => unknown;
type WaitingReaction = Reaction & { readonly context: Core['context'] };

export class PromiseSlot {
  readonly id: number;
  /** The object that the program holds. */
  readonly object: object;
  state: PromiseState = 'pending';
  value: unknown = undefined;
  handled = false;
  /** The async function whose result it is. */
  owner: Frame | undefined;
  reactions: WaitingReaction[] = [];

  constructor(id: number, object: object) {
    this.id = id;
    this.object = object;
  }
}

export class PromiseStates {
  readonly #core: Core;
  readonly #jobs: Jobs;
  readonly #tracker: RejectionTracker;
  #ids = 0;
  /** The promise behind a value whose `then` is the engine's own. Set by the class that the program sees. */
  adopted: (value: object, then: Then) => PromiseSlot | undefined = () => undefined;

  constructor(core: Core, jobs: Jobs, tracker: RejectionTracker) {
    this.#core = core;
    this.#jobs = jobs;
    this.#tracker = tracker;
  }

  create(object: object): PromiseSlot {
    return new PromiseSlot(++this.#ids, object);
  }

  /** The pair of functions of which only the first call counts. */
  resolvers(slot: PromiseSlot): Omit<Capability, 'promise'> {
    let called = false;
    return {
      resolve: (value) => {
        if (called) return;
        called = true;
        this.#resolve(slot, value);
      },
      reject: (reason) => {
        if (called) return;
        called = true;
        this.#settle(slot, 'rejected', reason);
      },
    };
  }

  /** Calls `reaction` as a microtask once the promise is settled. */
  react(slot: PromiseSlot, reaction: Reaction): void {
    const waiting = { ...reaction, context: this.#core.context };
    if (slot.state === 'pending') slot.reactions.push(waiting);
    else {
      if (slot.state === 'rejected' && !slot.handled) this.#tracker.handled(slot);
      this.#enqueue(waiting, slot.state, slot.value);
    }
    slot.handled = true;
  }

  #resolve(slot: PromiseSlot, value: unknown): void {
    if (value === slot.object) {
      return this.#settle(slot, 'rejected', new TypeError('Chaining cycle detected for promise #<Promise>'));
    }
    if (!isObject(value)) return this.#settle(slot, 'fulfilled', value);
    let then: unknown;
    try {
      then = Reflect.get(value, 'then');
    } catch (error) {
      this.#core.rethrowHalt();
      return this.#settle(slot, 'rejected', error);
    }
    if (typeof then !== 'function') return this.#settle(slot, 'fulfilled', value);
    this.#adopt(slot, value, then as Then);
  }

  /** Calls the value's `then` in a job of its own; one that the program wrote runs as a strand. */
  #adopt(slot: PromiseSlot, value: object, then: Then): void {
    const core = this.#core;
    const inner = this.adopted(value, then);
    if (inner) {
      const result = () => `give the result of ${nameOf(inner)} to ${nameOf(slot)}`;
      const work = () => {
        const { resolve, reject } = this.resolvers(slot);
        const handlers = [core.hide(resolve, result), core.hide(reject, result)];
        settleWith(core, { resolve: () => {}, reject }, () => Reflect.apply(then, value, handlers));
      };
      return this.#jobs.micro(work, () => `call then of ${nameOf(inner)}, which ${nameOf(slot)} adopts`);
    }
    const line = core.frames.line();
    const author = core.frames.author();
    const work = () => {
      const frame = core.frames.create('microtask callback', 'then', line, author);
      const { resolve, reject } = this.resolvers(slot);
      settleAsStrand(core, frame, { resolve: () => {}, reject }, () => Reflect.apply(then, value, [resolve, reject]));
    };
    this.#jobs.micro(work, () => `call the then method of an object${atLine(line)}`);
  }

  #settle(slot: PromiseSlot, state: Settled, value: unknown): void {
    const { reactions } = slot;
    slot.reactions = [];
    slot.state = state;
    slot.value = value;
    if (this.#core.traced) {
      const owner = slot.owner === undefined ? {} : { owner: slot.owner.strand };
      const author = this.#core.frames.author();
      this.#core.emit({ kind: 'promise', promise: slot.id, state, ...author, ...owner });
    }
    if (state === 'rejected' && !slot.handled) this.#tracker.rejected(slot);
    for (const reaction of reactions) this.#enqueue(reaction, state, value);
  }

  #enqueue({ run, label, context, resumes }: WaitingReaction, state: Settled, value: unknown): void {
    this.#jobs.micro(
      () => run(state, value),
      () => label(state),
      context,
      resumes,
    );
  }
}

/** What a label calls a promise. */
function nameOf({ id, owner }: PromiseSlot): string {
  return owner ? `the promise of ${owner.name}` : `promise ${id}`;
}
