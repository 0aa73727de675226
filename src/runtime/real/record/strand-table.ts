// The strands of a timed run: their numbers, who made them, whether they run. A strand that nobody created is a process of its own.
import type { TraceEventOf } from '../../../trace/events.ts';
import type { LiveRecord, LiveRecordOf } from './records.ts';

type Creation = Omit<TraceEventOf<'create'>, 'kind' | 'at'>;
type Status = 'made' | 'runs' | 'waits' | 'ended';

export class StrandTable {
  readonly #ids = new Map<string, number>();
  readonly #status = new Map<number, Status>([[0, 'made']]);
  readonly #processes = new Map<number, string>();
  readonly #creations: ReadonlyMap<string, LiveRecordOf<'create'>>;
  readonly #watched: ReadonlyMap<string, LiveRecordOf<'process'>>;
  #made = 0;
  readonly #create: (creation: Creation) => void;

  /** `create` is told of each strand before it is used for the first time. */
  constructor(records: readonly LiveRecord[], create: (creation: Creation) => void) {
    this.#create = create;
    this.#creations = new Map(
      records.filter((record) => record.e === 'create').map((record) => [record.strand, record]),
    );
    this.#watched = new Map(
      records.filter((record) => record.e === 'process').map((record) => [`${record.p}/0`, record]),
    );
    for (const [key, { program }] of this.#watched) if (program) this.#ids.set(key, 0);
  }

  idOf(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const made = this.#creations.get(key);
    const by = made ? this.idOf(made.by) : this.#parentOf(key);
    const strand = (this.#made += 1);
    const strandKind = made?.kind ?? 'process';
    this.#ids.set(key, strand);
    this.#status.set(strand, 'made');
    if (strandKind === 'process' || strandKind === 'worker') this.#processes.set(strand, key);
    this.#create({ strand, strandKind, name: made?.name ?? strandKind, line: made?.line ?? 0, by });
    return strand;
  }

  #parentOf(key: string): number {
    const parent = this.#watched.get(key)?.parent;
    return parent === undefined || `${parent}/0` === key || !this.#watched.has(`${parent}/0`)
      ? 0
      : this.idOf(`${parent}/0`);
  }

  /** The strand runs from now on; whether it did so already. */
  runs(strand: number): boolean {
    const status = this.#status.get(strand);
    if (status !== 'ended') this.#status.set(strand, 'runs');
    return status === 'runs' || status === 'ended';
  }

  /** The strand waits from now on, unless it has ended. */
  waits(strand: number): boolean {
    const ended = this.#status.get(strand) === 'ended';
    if (!ended) this.#status.set(strand, 'waits');
    return !ended;
  }

  /** The strand has ended; false if it had before. */
  ends(strand: number): boolean {
    const ended = this.#status.get(strand) === 'ended';
    this.#status.set(strand, 'ended');
    return !ended;
  }

  unendedProcesses(): number[] {
    return [...this.#processes.keys()].filter((strand) => this.#status.get(strand) !== 'ended');
  }

  /** The process that runs a program which is not watched, if there is exactly one; else the main program. */
  unwatched(): number {
    const open = this.unendedProcesses().filter((strand) => !this.#watched.has(this.#processes.get(strand) ?? ''));
    return open.length === 1 ? (open[0] ?? 0) : 0;
  }
}
