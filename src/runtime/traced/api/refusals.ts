// What an object of Node has and the engine's has not, refused by name when a program reads it. The refusals stand on an
// object from which the engine's inherits, so that what it has itself hides them; what a program assigns is its own.
import type { Environment } from '../engine/environment.ts';
import { members } from './members.ts';
import type { Served } from './members.ts';
import { refuseMember } from './refuse.ts';

/** What to write instead, where there is something. */
const instead: Partial<Record<Served, string>> = {
  console: 'print with console.log',
  performance: 'take the difference of two readings of performance.now()',
};
/** Of single members. */
const insteadOf: Readonly<Record<string, string>> = {
  'process.stdin': 'a program on the virtual clock has no input: write the text into the program',
};

type Refusal = readonly [member: string, property: PropertyDescriptor];

/** One set for a realm: nobody can change them. */
export class Refusals {
  readonly #current: () => Environment;
  readonly #parents = new Map<string, object>();
  readonly #refusals = new Map<string, readonly Refusal[]>();

  /** `current`: the run that is on. */
  constructor(current: () => Environment) {
    this.#current = current;
  }

  /** `object`, which from now on refuses what Node's `served` has besides. `shown`: how refusals name it. */
  guard<O extends object>(served: Served, object: O, shown: string = served): O {
    const parent = typeof object === 'function' ? Function.prototype : Object.prototype;
    return Object.setPrototypeOf(object, this.#parentOf(served, shown, parent)) as O;
  }

  /** The same on the object itself, for one that inherits from something else. */
  guardOwn(served: Served, object: object): void {
    for (const [member, refusal] of this.#refusalsOf(served, served)) {
      if (!(member in object)) Object.defineProperty(object, member, refusal);
    }
  }

  #parentOf(served: Served, shown: string, parent: object): object {
    const known = this.#parents.get(shown);
    if (known) return known;
    const made = Object.create(parent) as object;
    for (const [member, refusal] of this.#refusalsOf(served, shown)) Object.defineProperty(made, member, refusal);
    this.#parents.set(shown, Object.freeze(made));
    return made;
  }

  #refusalsOf(served: Served, shown: string): readonly Refusal[] {
    const known = this.#refusals.get(shown);
    if (known) return known;
    const made = members[served].map((member): Refusal => [member, this.#refusal(served, shown, member)]);
    this.#refusals.set(shown, made);
    return made;
  }

  #refusal(served: Served, shown: string, member: string): PropertyDescriptor {
    const separator = shown.startsWith('node:') ? ' of ' : '.';
    const name = separator === '.' ? `${shown}.${member}` : `"${member}" of module ${shown}`;
    return {
      get: Object.freeze(() => refuseMember(this.#current(), name, insteadOf[name] ?? instead[served])),
      set: Object.freeze(function (this: object, value: unknown) {
        Object.defineProperty(this, member, { value, writable: true, enumerable: true, configurable: true });
      }),
      configurable: true,
    };
  }
}
