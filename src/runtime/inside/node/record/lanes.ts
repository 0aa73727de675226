// Tells of the lanes of one thread of Node. A callback is told only when something happens in it, so that the many that do
// nothing to be seen do not hide the others; timers and immediates are always told.
import type { Lane, LaneMoments } from '../observe/lanes.ts';
import { Awaits } from './awaits.ts';
import { programLines } from './locations.ts';
import type { Records } from './records.ts';

/** `by` is undefined for the main lane of the thread. */
type Origin = Readonly<{ by: Lane | undefined; line: number }>;

const kinds: Readonly<Record<string, string>> = {
  timer: 'timer callback',
  immediate: 'immediate callback',
  microtask: 'microtask callback',
  nextTick: 'nextTick callback',
  then: 'then callback',
  message: 'message callback',
};
/** Callbacks that are handed to Node. Where Node does it for itself, they are no lanes of the program. */
const registered = new Set(['timer', 'immediate', 'microtask', 'nextTick', 'then']);
const alwaysTold = new Set(['timer', 'immediate']);

export class TimedLanes implements LaneMoments {
  /** What stands behind the promises that lanes await. */
  readonly awaits = new Awaits((lane) => this.#keys.get(lane));
  readonly #records: Records;
  readonly #origins = new WeakMap<Lane, Origin>();
  /** The lanes that have been told and have not ended. A callback that is called again is a new lane. */
  readonly #keys = new Map<Lane, string>();
  readonly #foreign = new WeakSet<Lane>();
  readonly #waiting = new Map<Lane, number>();
  readonly #running: () => readonly Lane[];
  #numbers = 0;
  #broken = false;

  /** `running`: the lanes of this thread that run, each called by the one before it. */
  constructor(records: Records, running: () => readonly Lane[]) {
    this.#records = records;
    this.#running = running;
  }

  created(lane: Lane): void {
    this.safely(() => {
      if (lane.kind === 'async function') this.awaits.begins(lane);
      const [line] = programLines();
      if (line === undefined && registered.has(lane.name)) this.#foreign.add(lane);
      this.#origins.set(lane, { by: this.#running().at(-1), line: line ?? 0 });
    });
  }

  resumed(lane: Lane, threw: boolean): void {
    this.safely(() => {
      const line = this.#waiting.get(lane);
      this.#waiting.delete(lane);
      const how = threw && lane.kind !== 'generator' ? 'throw' : undefined;
      if (lane.id === 0 || line !== undefined) this.#tell('resume', lane, { line: line ?? 0, how });
      else if (lane.end !== undefined || (alwaysTold.has(lane.name) && !this.#foreign.has(lane))) this.#begin(lane);
    });
  }

  suspended(lane: Lane, line: number, value: unknown): void {
    this.safely(() => {
      this.#waiting.set(lane, line);
      const on = lane.kind === 'generator' ? 'yield' : this.awaits.on(value, lane);
      this.#tell('suspend', lane, { line, on });
    });
  }

  ended(lane: Lane, how: 'return' | 'throw'): void {
    this.safely(() => {
      const waited = this.#waiting.delete(lane);
      if (lane.id === 0) return this.#mainEnded(lane, how);
      if (this.#keys.has(lane))
        this.#tell('settle', lane, { how: waited && lane.kind === 'generator' ? 'cancel' : how });
      this.#keys.delete(lane);
    });
  }

  /** The key of the lane that runs; with it all lanes that run are told. */
  current(): string {
    return this.#running().reduce((key, lane) => (this.#foreign.has(lane) ? key : this.#keyOf(lane)), this.main);
  }

  /** Whether this lane stands in the trace already. */
  isTold(lane: Lane | undefined): boolean {
    return lane !== undefined && (lane.id === 0 || this.#keys.has(lane));
  }

  get main(): string {
    return `${this.#records.thread}/0`;
  }

  /** The thread ends in the middle of what runs. */
  cut(): void {
    for (const lane of this.#running().toReversed()) {
      const key = this.#keys.get(lane);
      if (key !== undefined) this.safely(() => this.#records.tell({ e: 'settle', lane: key, how: 'cancel' }));
    }
  }

  /** What goes wrong in `moment` is the end of the recording, and nothing else. */
  safely(moment: () => unknown): void {
    if (this.#broken) return;
    try {
      moment();
    } catch {
      this.#broken = true;
    }
  }

  /** The module of a Worker has ended, its lane has not: what comes now is what it waits for. */
  #mainEnded(lane: Lane, how: 'return' | 'throw'): void {
    if (this.#records.isProgram) this.#tell('settle', lane, { how });
    else if (how === 'return') this.#tell('suspend', lane, { line: 0, on: 'event loop' });
  }

  #keyOf(lane: Lane): string {
    if (lane.id === 0) return this.main;
    return this.#keys.get(lane) ?? this.#begin(lane);
  }

  #begin(lane: Lane): string {
    const line = this.#origins.get(lane)?.line ?? 0;
    const by = this.#toldOrigin(lane);
    const key = `${this.#records.thread}/${(this.#numbers += 1)}`;
    this.#keys.set(lane, key);
    const kind = lane.kind === 'callback' ? (kinds[lane.name] ?? 'callback') : lane.kind;
    const name = [lane.name, lane.label].filter((part) => part !== undefined).join(' ');
    this.#records.tell({ e: 'create', lane: key, kind, name, line: lane.line ?? line, by });
    this.#records.tell({ e: 'resume', lane: key, line: lane.line ?? 0 });
    return key;
  }

  /** The lane that made this one; where that was never told, the one that made that. */
  #toldOrigin(lane: Lane): string {
    const by = this.#origins.get(lane)?.by;
    if (by === undefined) return this.main;
    return this.#keys.get(by) ?? this.#toldOrigin(by);
  }

  #tell(e: string, lane: Lane, more: object): void {
    this.#records.tell({ e, lane: this.#keyOf(lane), ...more });
  }
}
