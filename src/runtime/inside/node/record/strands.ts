// Tells of the strands of one thread of Node. A callback is told only when something happens in it, so that the many that do
// nothing to be seen do not hide the others; timers and immediates are always told.
import type { Strand, StrandHooks } from '../observe/strands.ts';
import { guard } from '../shared/guard.ts';
import { Awaits } from './awaits.ts';
import { programLines } from './locations.ts';
import type { Records } from './records.ts';

/** `by` is undefined for the main strand of the thread. */
type Origin = Readonly<{ by: Strand | undefined; line: number }>;

const kinds: Readonly<Record<string, string>> = {
  timer: 'timer callback',
  immediate: 'immediate callback',
  microtask: 'microtask callback',
  nextTick: 'nextTick callback',
  then: 'then callback',
  message: 'message callback',
};
/** Callbacks that are handed to Node. Where Node does it for itself, they are no strands of the program. */
const registered = new Set(['timer', 'immediate', 'microtask', 'nextTick', 'then']);
const alwaysEmitted = new Set(['timer', 'immediate']);

export class LiveStrands implements StrandHooks {
  /** What fails in a hook is the end of the recording, and nothing else. */
  readonly safely = guard();
  /** What stands behind the promises that strands await. */
  readonly awaits = new Awaits((strand) => this.#keys.get(strand));
  readonly #records: Records;
  readonly #origins = new WeakMap<Strand, Origin>();
  /** The strands that have been told and have not ended. A callback that is called again is a new strand. */
  readonly #keys = new Map<Strand, string>();
  readonly #foreign = new WeakSet<Strand>();
  readonly #waiting = new Map<Strand, number>();
  readonly #running: () => readonly Strand[];
  #numbers = 0;

  /** `running`: the strands of this thread that run, each called by the one before it. */
  constructor(records: Records, running: () => readonly Strand[]) {
    this.#records = records;
    this.#running = running;
  }

  created(strand: Strand): void {
    this.safely(() => {
      if (strand.kind === 'async function') this.awaits.begins(strand);
      const [line] = programLines();
      if (line === undefined && registered.has(strand.name)) this.#foreign.add(strand);
      this.#origins.set(strand, { by: this.#running().at(-1), line: line ?? 0 });
    });
  }

  resumed(strand: Strand, threw: boolean): void {
    this.safely(() => {
      const line = this.#waiting.get(strand);
      this.#waiting.delete(strand);
      const how = threw && strand.kind !== 'generator' ? 'throw' : undefined;
      if (strand.id === 0 || line !== undefined) this.#emit('resume', strand, { line: line ?? 0, how });
      else if (strand.end !== undefined || (alwaysEmitted.has(strand.name) && !this.#foreign.has(strand)))
        this.#begin(strand);
    });
  }

  suspended(strand: Strand, line: number, value: unknown): void {
    this.safely(() => {
      this.#waiting.set(strand, line);
      const on = strand.kind === 'generator' ? { kind: 'yield' } : this.awaits.on(value, strand);
      this.#emit('suspend', strand, { line, on });
    });
  }

  ended(strand: Strand, how: 'return' | 'throw'): void {
    this.safely(() => {
      const waited = this.#waiting.delete(strand);
      if (strand.id === 0) return this.#mainEnded(strand, how);
      if (this.#keys.has(strand))
        this.#emit('settle', strand, { how: waited && strand.kind === 'generator' ? 'cancel' : how });
      this.#keys.delete(strand);
    });
  }

  /** The key of the strand that runs; with it all strands that run are told. */
  current(): string {
    return this.#running().reduce((key, strand) => (this.#foreign.has(strand) ? key : this.#keyOf(strand)), this.main);
  }

  /** Whether this strand stands in the trace already. */
  isEmitted(strand: Strand | undefined): boolean {
    return strand !== undefined && (strand.id === 0 || this.#keys.has(strand));
  }

  get main(): string {
    return `${this.#records.thread}/0`;
  }

  /** The thread ends in the middle of what runs. */
  cut(): void {
    for (const strand of this.#running().toReversed()) {
      const key = this.#keys.get(strand);
      if (key !== undefined) this.safely(() => this.#records.emit({ e: 'settle', strand: key, how: 'cancel' }));
    }
  }

  /** The module of a Worker has ended, its strand has not: what comes now is what it waits for. */
  #mainEnded(strand: Strand, how: 'return' | 'throw'): void {
    if (this.#records.isProgram) this.#emit('settle', strand, { how });
    else if (how === 'return') this.#emit('suspend', strand, { line: 0, on: { kind: 'runs', what: 'event loop' } });
  }

  #keyOf(strand: Strand): string {
    if (strand.id === 0) return this.main;
    return this.#keys.get(strand) ?? this.#begin(strand);
  }

  #begin(strand: Strand): string {
    const line = this.#origins.get(strand)?.line ?? 0;
    const by = this.#emittedOrigin(strand);
    const key = `${this.#records.thread}/${(this.#numbers += 1)}`;
    this.#keys.set(strand, key);
    const kind = strand.kind === 'callback' ? (kinds[strand.name] ?? 'callback') : strand.kind;
    const isNameless = registered.has(strand.name) || strand.label === undefined;
    const name = isNameless ? strand.name : `${strand.name} ${strand.label}`;
    this.#records.emit({ e: 'create', strand: key, kind, name, line: strand.line ?? line, by });
    this.#records.emit({ e: 'resume', strand: key, line: strand.line ?? 0 });
    return key;
  }

  /** The strand that made this one; where that was never told, the one that made that. */
  #emittedOrigin(strand: Strand): string {
    const by = this.#origins.get(strand)?.by;
    if (by === undefined) return this.main;
    return this.#keys.get(by) ?? this.#emittedOrigin(by);
  }

  #emit(e: string, strand: Strand, more: object): void {
    this.#records.emit({ e, strand: this.#keyOf(strand), ...more });
  }
}
