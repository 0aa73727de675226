// The lanes of a timed run: their numbers, who made them, whether they run. A lane that nobody created is a process of its own.
import type { TraceEventOf } from '../../../trace/events.ts';
import type { TimedRecord, TimedRecordOf } from './records.ts';

type Creation = Omit<TraceEventOf<'create'>, 'kind' | 'at'>;
type Status = 'made' | 'runs' | 'waits' | 'ended';

export class LaneTable {
  readonly #ids = new Map<string, number>();
  readonly #status = new Map<number, Status>([[0, 'made']]);
  readonly #processes = new Map<number, string>();
  readonly #creations: ReadonlyMap<string, TimedRecordOf<'create'>>;
  readonly #watched: ReadonlyMap<string, TimedRecordOf<'process'>>;
  #made = 0;
  readonly #create: (creation: Creation) => void;

  /** `create` is told of each lane before it is used for the first time. */
  constructor(records: readonly TimedRecord[], create: (creation: Creation) => void) {
    this.#create = create;
    this.#creations = new Map(records.filter((record) => record.e === 'create').map((record) => [record.lane, record]));
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
    const lane = (this.#made += 1);
    const laneKind = made?.kind ?? 'process';
    this.#ids.set(key, lane);
    this.#status.set(lane, 'made');
    if (laneKind === 'process' || laneKind === 'worker') this.#processes.set(lane, key);
    this.#create({ lane, laneKind, name: made?.name ?? laneKind, line: made?.line ?? 0, by });
    return lane;
  }

  #parentOf(key: string): number {
    const parent = this.#watched.get(key)?.parent;
    return parent === undefined || `${parent}/0` === key || !this.#watched.has(`${parent}/0`)
      ? 0
      : this.idOf(`${parent}/0`);
  }

  /** The lane runs from now on; whether it did so already. */
  runs(lane: number): boolean {
    const status = this.#status.get(lane);
    if (status !== 'ended') this.#status.set(lane, 'runs');
    return status === 'runs' || status === 'ended';
  }

  /** The lane waits from now on, unless it has ended. */
  waits(lane: number): boolean {
    const ended = this.#status.get(lane) === 'ended';
    if (!ended) this.#status.set(lane, 'waits');
    return !ended;
  }

  /** The lane has ended; false if it had before. */
  ends(lane: number): boolean {
    const ended = this.#status.get(lane) === 'ended';
    this.#status.set(lane, 'ended');
    return !ended;
  }

  unendedProcesses(): number[] {
    return [...this.#processes.keys()].filter((lane) => this.#status.get(lane) !== 'ended');
  }

  /** The process that runs a program which is not watched, if there is exactly one; else the main program. */
  unwatched(): number {
    const open = this.unendedProcesses().filter((lane) => !this.#watched.has(this.#processes.get(lane) ?? ''));
    return open.length === 1 ? (open[0] ?? 0) : 0;
  }
}
