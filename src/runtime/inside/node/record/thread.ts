// What the watches of one thread of Node have in common: where it stands, what it tells, and callbacks as lanes.
import type { Lanes } from '../observe/lanes.ts';
import type { TimedLanes } from './lanes.ts';
import { programLines } from './locations.ts';
import type { Records } from './records.ts';
import type { Call } from './replace.ts';

export class Thread {
  readonly #lanes: Lanes;
  readonly #timed: TimedLanes;
  readonly #records: Records;

  constructor(lanes: Lanes, timed: TimedLanes, records: Records) {
    this.#lanes = lanes;
    this.#timed = timed;
    this.#records = records;
  }

  get main(): string {
    return this.#timed.main;
  }

  /** Tells that the running lane does something at its line; nothing where it is not the program that does it. */
  tell(e: string, more: object): void {
    this.#timed.safely(() => {
      const line = programLines()[0];
      if (line !== undefined) this.#records.tell({ e, lane: this.#timed.current(), line, ...more });
    });
  }

  /** Tells of another lane, whoever runs. */
  tellOf(e: string, lane: string, more: object): void {
    this.#timed.safely(() => this.#records.tell({ e, lane, ...more }));
  }

  /** Tells that another lane is made by the running one. */
  creates(lane: string, more: object): void {
    this.#timed.safely(() => {
      this.#records.tell({ e: 'create', lane, line: programLines()[0] ?? 0, by: this.#timed.current(), ...more });
    });
  }

  /** The thread stands still until `go` returns. */
  blocks(on: unknown, go: () => unknown): unknown {
    this.tell('suspend', { on });
    try {
      return go();
    } finally {
      this.tell('resume', {});
    }
  }

  /** What `go` calls of the program is a callback of this name; inside a callback of that name it is no new one. */
  callsBack(name: string, go: () => unknown): unknown {
    if (this.#lanes.current?.name === name) return go();
    const lane = this.#lanes.create({ kind: 'callback', name });
    this.#lanes.push(lane);
    try {
      return this.#lanes.returning(lane, go());
    } finally {
      this.#lanes.pop(lane);
    }
  }

  /** The last value that is a function is called back later, as a lane. */
  wrapped({ values }: Call, name: string): unknown[] {
    const at = values.findLastIndex((value) => typeof value === 'function');
    const callback = values[at];
    if (typeof callback !== 'function' || programLines().length === 0) return [...values];
    const callsBack = (go: () => unknown) => this.callsBack(name, go);
    const watched = function (this: unknown, ...results: unknown[]): unknown {
      return callsBack((): unknown => Reflect.apply(callback, this, results));
    };
    return values.with(at, watched);
  }
}
