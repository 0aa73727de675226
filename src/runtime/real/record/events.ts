// Turns what happened in a timed run into the events of a trace. A strand exists from its first record on, whoever told of it.
import type { TraceEvent, Wait } from '../../../trace/events.ts';
import { StrandTable } from './strand-table.ts';
import type { BareLine, LiveItem, LiveRecordOf, LiveWait } from './records.ts';
import { Receivers, SyncObjects } from './sync-objects.ts';

/** The events of a run, in the order of its moments, without the end of its main strand. */
export function eventsOf(hooks: readonly LiveItem[]): TraceEvent[] {
  const run = new Run(hooks);
  for (const hook of hooks) run.add(hook);
  run.end();
  return run.events;
}

class Run {
  readonly events: TraceEvent[] = [];
  readonly #strands: StrandTable;
  readonly #syncObjects: SyncObjects;
  readonly #receivers: Receivers;
  #at = 0;

  constructor(hooks: readonly LiveItem[]) {
    const records = hooks.filter((hook) => hook.e !== 'line');
    this.#strands = new StrandTable(records, (create) => this.events.push({ kind: 'create', at: this.#at, ...create }));
    this.#syncObjects = new SyncObjects(records);
    this.#receivers = new Receivers(records);
  }

  add(hook: LiveItem): void {
    this.#at = hook.at;
    switch (hook.e) {
      case 'process':
      case 'received':
        return;
      case 'line':
        return this.#bareLine(hook);
      case 'create':
        return void this.#strands.idOf(hook.strand);
      case 'resume':
        return this.#resume(hook);
      case 'suspend':
        return this.#suspend(hook);
      case 'settle':
        return this.#settle(this.#strands.idOf(hook.strand), hook.how);
      case 'message':
        return this.#message(hook);
      case 'print':
        return this.#print(hook);
      case 'reached':
        return void this.events.push({
          kind: 'line',
          at: this.#at,
          strand: this.#strands.idOf(hook.strand),
          line: hook.line,
        });
      case 'decision':
        return this.#decision(hook);
      default:
        return this.#syncObject(hook);
    }
  }

  /** A process that told nothing of its end was ended by another one. */
  end(): void {
    for (const strand of this.#strands.unendedProcesses()) this.#settle(strand, 'cancel');
  }

  #resume({ strand: key, line, how }: LiveRecordOf<'resume'>): void {
    const strand = this.#strands.idOf(key);
    if (!this.#strands.runs(strand))
      this.events.push({ kind: 'resume', at: this.#at, strand, line, ...(how && { how }) });
  }

  #suspend({ strand: key, line, on }: LiveRecordOf<'suspend'>): void {
    const strand = this.#strands.idOf(key);
    if (!this.#strands.waits(strand)) return;
    this.events.push({ kind: 'suspend', at: this.#at, strand, line, on: this.#on(on) });
  }

  /** With numbers in the place of keys. */
  #on(on: LiveWait): Wait {
    switch (on.kind) {
      case 'strand':
        return { ...on, strand: this.#strands.idOf(on.strand) };
      case 'group': {
        const strands = on.strands?.map((key) => this.#strands.idOf(key));
        return { kind: on.kind, call: on.call, ...(strands && { strands }) };
      }
      case 'lock':
        return { ...on, lock: this.#syncObjects.numberOf('lock', on.lock) };
      case 'channel':
        return { ...on, channel: this.#syncObjects.numberOf('channel', on.channel) };
      case 'signal':
        return { ...on, signal: this.#syncObjects.numberOf('signal', on.signal) };
      default:
        return on;
    }
  }

  #settle(strand: number, how: LiveRecordOf<'settle'>['how']): void {
    if (this.#strands.ends(strand)) this.events.push({ kind: 'settle', at: this.#at, strand, how });
  }

  #message({ strand: key, line, to, text }: LiveRecordOf<'message'>): void {
    const receiver = to ?? this.#receivers.next(key, text);
    if (receiver === undefined) return;
    const strand = this.#strands.idOf(key);
    this.events.push({ kind: 'message', at: this.#at, strand, line, to: this.#strands.idOf(receiver), text });
  }

  #print({ strand: key, line, via, stream, text }: LiveRecordOf<'print'>): void {
    const strand = this.#strands.idOf(key);
    this.events.push({ kind: 'print', at: this.#at, strand, line, ...(via && { via }), stream, text });
  }

  #decision({ options, chosen }: LiveRecordOf<'decision'>): void {
    const ways = options.map(({ strand, line }) => {
      return { kind: 'strand', strand: this.#strands.idOf(strand), line } as const;
    });
    this.events.push({ kind: 'decision', at: this.#at, cause: 'threads', options: ways, chosen, usual: 0 });
  }

  /** Printed by a program that is not watched, or by Python itself. */
  #bareLine({ stream, text }: BareLine): void {
    const strand = this.#strands.unwatched();
    if (strand !== 0 && !this.#strands.runs(strand))
      this.events.push({ kind: 'resume', at: this.#at, strand, line: 0 });
    this.events.push({ kind: 'print', at: this.#at, strand, line: 0, stream, text });
  }

  #syncObject(record: LiveRecordOf<'lock' | 'channel' | 'signal'>): void {
    const { line, id } = record;
    const place = { at: this.#at, strand: this.#strands.idOf(record.strand), line, name: this.#syncObjects.nameOf(id) };
    const number = this.#syncObjects.numberOf(record.e, id);
    if (record.e === 'lock') this.events.push({ kind: 'lock', ...place, lock: number, how: record.how });
    else if (record.e === 'signal') this.events.push({ kind: 'signal', ...place, signal: number, how: record.how });
    else {
      const { how, item } = record;
      this.events.push({ kind: 'channel', ...place, channel: number, how, ...(item !== undefined && { item }) });
    }
  }
}
