// When the lines of a timed run came out: each is told a moment before, or long before where a Worker prints it.
import type { Line } from '../../../trace/recording.ts';
import type { BareLine, LiveRecord, LiveRecordOf } from './records.ts';

interface Waiting {
  readonly line: Line;
  /** Who told of it. */
  readonly record: LiveRecordOf<'print'> | undefined;
}

/** The lines of a run in their order, each with its record where it has one. */
export class LineOrder {
  /** The last one comes first. */
  readonly #left: Waiting[];
  readonly #ready = new Set<LiveRecord>();
  readonly #main: string;
  #settles: LiveRecordOf<'settle'>[] = [];

  constructor(records: readonly LiveRecord[], lines: readonly Line[]) {
    const program = records.find((record) => record.e === 'process' && record.program);
    this.#main = program?.e === 'process' ? `${program.p}/0` : '';
    const prints = Map.groupBy(
      records.filter((record) => record.e === 'print'),
      ({ stream, text }) => `${stream}: ${text}`,
    );
    this.#left = lines.map((line) => ({ line, record: prints.get(`${line.stream}: ${line.text}`)?.shift() })).reverse();
  }

  /** The strand has told of it: it may come out from now on. */
  ready(record: LiveRecord): void {
    this.#ready.add(record);
  }

  /** A strand whose lines have not all come out has not ended yet; no more has a Worker or process, before all its strands. */
  holdsBack(settle: LiveRecordOf<'settle'>): boolean {
    const holds = this.#printsLater(settle);
    if (holds) this.#settles.push(settle);
    return holds;
  }

  /** What has come out by the time `at`, in ms. */
  take(at: number): (LiveRecord | BareLine)[] {
    const taken: (LiveRecord | BareLine)[] = [];
    for (let next = this.#left.at(-1); next; next = this.#left.at(-1)) {
      const { line, record } = next;
      if (at < Infinity && (record ? !this.#ready.has(record) : line.at > at)) break;
      this.#left.pop();
      taken.push(record ?? { e: 'line', at: line.at, text: line.text, stream: line.stream }, ...this.#ended());
    }
    return taken;
  }

  #ended(): LiveRecord[] {
    if (this.#settles.length === 0) return [];
    const ended = this.#settles.filter((settle) => !this.#printsLater(settle));
    this.#settles = this.#settles.filter((settle) => !ended.includes(settle));
    return ended;
  }

  #printsLater({ strand }: LiveRecordOf<'settle'>): boolean {
    const whole = strand.endsWith('/0') && strand !== this.#main ? strand.slice(0, -1) : undefined;
    return this.#left.some(({ record }) =>
      whole === undefined ? record?.strand === strand : record?.strand.startsWith(whole),
    );
  }
}
