// When the lines of a timed run came out: each is told a moment before, or long before where a Worker prints it.
import type { Line } from '../../../trace/recording.ts';
import type { BareLine, TimedRecord, TimedRecordOf } from './records.ts';

interface Waiting {
  readonly line: Line;
  /** Who told of it. */
  readonly record: TimedRecordOf<'print'> | undefined;
}

/** The lines of a run in their order, each with its record where it has one. */
export class LineOrder {
  /** The last one comes first. */
  readonly #left: Waiting[];
  readonly #ready = new Set<TimedRecord>();
  readonly #main: string;
  #settles: TimedRecordOf<'settle'>[] = [];

  constructor(records: readonly TimedRecord[], lines: readonly Line[]) {
    const program = records.find((record) => record.e === 'process' && record.program);
    this.#main = program?.e === 'process' ? `${program.p}/0` : '';
    const prints = Map.groupBy(
      records.filter((record) => record.e === 'print'),
      ({ stream, text }) => `${stream}: ${text}`,
    );
    this.#left = lines.map((line) => ({ line, record: prints.get(`${line.stream}: ${line.text}`)?.shift() })).reverse();
  }

  /** The lane has told of it: it may come out from now on. */
  ready(record: TimedRecord): void {
    this.#ready.add(record);
  }

  /** A lane whose lines have not all come out has not ended yet; no more has a Worker or process, before all its lanes. */
  holdsBack(settle: TimedRecordOf<'settle'>): boolean {
    const holds = this.#printsLater(settle);
    if (holds) this.#settles.push(settle);
    return holds;
  }

  /** What has come out by the time `at`, in ms. */
  take(at: number): (TimedRecord | BareLine)[] {
    const taken: (TimedRecord | BareLine)[] = [];
    for (let next = this.#left.at(-1); next; next = this.#left.at(-1)) {
      const { line, record } = next;
      if (at < Infinity && (record ? !this.#ready.has(record) : line.at > at)) break;
      this.#left.pop();
      taken.push(record ?? { e: 'line', at: line.at, text: line.text, stream: line.stream }, ...this.#ended());
    }
    return taken;
  }

  #ended(): TimedRecord[] {
    if (this.#settles.length === 0) return [];
    const ended = this.#settles.filter((settle) => !this.#printsLater(settle));
    this.#settles = this.#settles.filter((settle) => !ended.includes(settle));
    return ended;
  }

  #printsLater({ lane }: TimedRecordOf<'settle'>): boolean {
    const whole = lane.endsWith('/0') && lane !== this.#main ? lane.slice(0, -1) : undefined;
    return this.#left.some(({ record }) =>
      whole === undefined ? record?.lane === lane : record?.lane.startsWith(whole),
    );
  }
}
