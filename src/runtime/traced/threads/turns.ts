// The side of a thread from which it asks for its turns. Whatever another thread could see or change goes through here first; where the
// thread has been ended meanwhile, that ends its run like any other halt.
import { Halt } from '../engine/loop/halt.ts';
import type { ThreadHooks, Threaded } from './hooks.ts';
import type { OwnThread, Place, ThreadAnswer, ThreadRequest, Touched } from './requests.ts';
import { SharedMemory } from './shared-memory.ts';

interface TurnsParts {
  readonly rethrowHalt: () => void;
  readonly halt: (reason: Halt) => never;
  readonly line: () => number;
}

/** So often a step may see the same again before the thread counts as spinning. */
const mostRepeats = 2;

// a program may replace the methods of JSON
const { parse, stringify } = JSON;

export class Turns {
  readonly own: OwnThread;
  readonly hooks: ThreadHooks;
  readonly memory: SharedMemory;
  readonly #parts: TurnsParts;
  /** The program has seen the time since it last asked. */
  #sawClock = false;
  /** What the thread does may depend on anything. */
  #isLoose = false;
  /** What the thread has seen since it or another has changed something, and how often. */
  readonly #seen = new Map<string, number>();

  constructor({ hooks, own }: Threaded, parts: TurnsParts) {
    this.own = own;
    this.hooks = hooks;
    this.memory = new SharedMemory(hooks);
    this.#parts = parts;
  }

  get isMain(): boolean {
    return this.own.thread === 0;
  }

  get now(): number {
    return this.hooks.now();
  }

  sawClock(): void {
    this.#sawClock = true;
  }

  ask(request: ThreadRequest): ThreadAnswer {
    this.#parts.rethrowHalt();
    const asked = { ...request, ...(this.#sawClock && { sawClock: true }), ...(this.#isLoose && { isLoose: true }) };
    this.#sawClock = false;
    const answer = parse(this.hooks.ask(stringify(asked))) as ThreadAnswer;
    if (answer.away) this.#seen.clear();
    if (answer.over) this.#parts.halt(new Halt());
    return answer;
  }

  /** Another thread may go on before the step that comes now. */
  offer(what: string, touched: Touched): void {
    this.ask({ do: 'offer', ...this.here(what), ...touched });
  }

  /** From now on: it sees shared memory in ways that nobody follows. */
  loosen(): void {
    this.#isLoose = true;
  }

  /** The step has changed nothing: it saw `value`. */
  saw(what: string, cell: string, value: unknown): void {
    const key = `${what} ${this.#parts.line()} ${cell} ${String(value)}`;
    const times = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, times);
    if (times > mostRepeats) this.spin();
  }

  changed(): void {
    this.#seen.clear();
  }

  /** The thread gets nowhere by itself. */
  spin(): void {
    this.ask({ do: 'spin', ...this.here('spins') });
  }

  here(what: string): Place {
    return { what, line: this.#parts.line() };
  }
}
