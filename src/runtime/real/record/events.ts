// Turns what happened in a timed run into the events of a trace. A lane exists from its first record on, whoever told of it.
import type { TraceEvent } from '../../../trace/events.ts';
import { LaneTable } from './lane-table.ts';
import type { BareLine, Moment } from './records.ts';
import type { Target, TimedRecordOf } from './records.ts';
import { Receivers, Things } from './sync-objects.ts';

/** The events of a run, in the order of its moments, without the end of its main lane. */
export function eventsOf(moments: readonly Moment[]): TraceEvent[] {
  const run = new Run(moments);
  for (const moment of moments) run.add(moment);
  run.end();
  return run.events;
}

class Run {
  readonly events: TraceEvent[] = [];
  readonly #lanes: LaneTable;
  readonly #things: Things;
  readonly #receivers: Receivers;
  #at = 0;

  constructor(moments: readonly Moment[]) {
    const records = moments.filter((moment) => moment.e !== 'line');
    this.#lanes = new LaneTable(records, (create) => this.events.push({ kind: 'create', at: this.#at, ...create }));
    this.#things = new Things(records);
    this.#receivers = new Receivers(records);
  }

  add(moment: Moment): void {
    this.#at = moment.at;
    switch (moment.e) {
      case 'process':
      case 'received':
        return;
      case 'line':
        return this.#bareLine(moment);
      case 'create':
        return void this.#lanes.idOf(moment.lane);
      case 'resume':
        return this.#resume(moment);
      case 'suspend':
        return this.#suspend(moment);
      case 'settle':
        return this.#settle(this.#lanes.idOf(moment.lane), moment.how);
      case 'message':
        return this.#message(moment);
      case 'print':
        return this.#print(moment);
      default:
        return this.#thing(moment);
    }
  }

  /** A process that told nothing of its end was ended by another one. */
  end(): void {
    for (const lane of this.#lanes.unendedProcesses()) this.#settle(lane, 'cancel');
  }

  #resume({ lane: key, line, how }: TimedRecordOf<'resume'>): void {
    const lane = this.#lanes.idOf(key);
    if (!this.#lanes.runs(lane)) this.events.push({ kind: 'resume', at: this.#at, lane, line, ...(how && { how }) });
  }

  #suspend({ lane: key, line, on }: TimedRecordOf<'suspend'>): void {
    const lane = this.#lanes.idOf(key);
    if (!this.#lanes.waits(lane)) return;
    this.events.push({ kind: 'suspend', at: this.#at, lane, line, on: this.#on(on) });
  }

  #on(on: TimedRecordOf<'suspend'>['on']): string {
    if (typeof on === 'string') return on;
    return 'call' in on ? `${on.call}(${on.of.map((one) => this.#target(one)).join(', ')})` : this.#target(on);
  }

  #target({ thing, id }: Target): string {
    const isShared = thing === 'lock' || thing === 'channel' || thing === 'signal';
    return `${thing}#${isShared ? this.#things.numberOf(thing, id) : this.#lanes.idOf(id)}`;
  }

  #settle(lane: number, how: TimedRecordOf<'settle'>['how']): void {
    if (this.#lanes.ends(lane)) this.events.push({ kind: 'settle', at: this.#at, lane, how });
  }

  #message({ lane: key, line, to, text }: TimedRecordOf<'message'>): void {
    const receiver = to ?? this.#receivers.next(key, text);
    if (receiver === undefined) return;
    const lane = this.#lanes.idOf(key);
    this.events.push({ kind: 'message', at: this.#at, lane, line, to: this.#lanes.idOf(receiver), text });
  }

  #print({ lane: key, line, via, stream, text }: TimedRecordOf<'print'>): void {
    const lane = this.#lanes.idOf(key);
    this.events.push({ kind: 'print', at: this.#at, lane, line, ...(via && { via }), stream, text });
  }

  /** Printed by a program that is not watched, or by Python itself. */
  #bareLine({ stream, text }: BareLine): void {
    const lane = this.#lanes.unwatched();
    if (lane !== 0 && !this.#lanes.runs(lane)) this.events.push({ kind: 'resume', at: this.#at, lane, line: 0 });
    this.events.push({ kind: 'print', at: this.#at, lane, line: 0, stream, text });
  }

  #thing(record: TimedRecordOf<'lock' | 'channel' | 'signal'>): void {
    const { line, id } = record;
    const place = { at: this.#at, lane: this.#lanes.idOf(record.lane), line, name: this.#things.nameOf(id) };
    const number = this.#things.numberOf(record.e, id);
    if (record.e === 'lock') this.events.push({ kind: 'lock', ...place, lock: number, how: record.how });
    else if (record.e === 'signal') this.events.push({ kind: 'signal', ...place, signal: number, how: record.how });
    else {
      const { how, item } = record;
      this.events.push({ kind: 'channel', ...place, channel: number, how, ...(item !== undefined && { item }) });
    }
  }
}
