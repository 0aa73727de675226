// What the watches of one thread of Node have in common: where it stands, what it tells, and callbacks as strands.
import type { LiveWait } from '../../../real/record/records.ts';
import type { Strands } from '../observe/strands.ts';
import type { Call } from '../shared/replace.ts';
import type { LiveStrands } from './strands.ts';
import { programLines } from './locations.ts';
import type { Records } from './records.ts';

export class Thread {
  readonly #strands: Strands;
  readonly #live: LiveStrands;
  readonly #records: Records;

  constructor(strands: Strands, live: LiveStrands, records: Records) {
    this.#strands = strands;
    this.#live = live;
    this.#records = records;
  }

  get main(): string {
    return this.#live.main;
  }

  /** Tells that the running strand does something at its line; nothing where it is not the program that does it. */
  emit(e: string, more: object): void {
    this.#live.safely(() => {
      const line = programLines()[0];
      if (line !== undefined) this.#records.emit({ e, strand: this.#live.current(), line, ...more });
    });
  }

  /** Tells of another strand, whoever runs. */
  emitOf(e: string, strand: string, more: object): void {
    this.#live.safely(() => this.#records.emit({ e, strand, ...more }));
  }

  /** Tells that another strand is made by the running one. */
  creates(strand: string, more: object): void {
    this.#live.safely(() => {
      this.#records.emit({ e: 'create', strand, line: programLines()[0] ?? 0, by: this.#live.current(), ...more });
    });
  }

  /** The thread stands still until `go` returns. */
  blocks(on: LiveWait, go: () => unknown): unknown {
    this.emit('suspend', { on });
    try {
      return go();
    } finally {
      this.emit('resume', {});
    }
  }

  /** What `go` calls of the program is a callback of this name; inside a callback of that name it is no new one. */
  callsBack(name: string, go: () => unknown): unknown {
    if (this.#strands.current?.name === name) return go();
    const strand = this.#strands.create({ kind: 'callback', name });
    this.#strands.push(strand);
    try {
      return this.#strands.returning(strand, go());
    } finally {
      this.#strands.pop(strand);
    }
  }

  /** The last value that is a function is called back later, as a strand. */
  wrapped({ name, values }: Call): unknown[] {
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
