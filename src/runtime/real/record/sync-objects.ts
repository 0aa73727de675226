// What strands share in a timed run: locks, queues and signals with their numbers and names, and who receives a message.
import type { LiveRecord, LiveRecordOf } from './records.ts';

type Kind = 'lock' | 'channel' | 'signal';

export class SyncObjects {
  readonly #numbers: Readonly<Record<Kind, Map<string, number>>> = {
    lock: new Map(),
    channel: new Map(),
    signal: new Map(),
  };
  readonly #names = new Map<string, string>();

  /** A process that was handed a lock does not know its name; the one that made it does. */
  constructor(records: readonly LiveRecord[]) {
    for (const record of records) {
      if (record.e !== 'lock' && record.e !== 'channel' && record.e !== 'signal') continue;
      const known = this.#names.get(record.id) ?? '';
      if (!known.includes(' ')) this.#names.set(record.id, record.name);
    }
  }

  /** From 1, in the order of their first use. */
  numberOf(kind: Kind, id: string): number {
    const numbers = this.#numbers[kind];
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }
}

/** Who receives what goes through a port that nobody can follow: the first that tells of the same text, another thread first. */
export class Receivers {
  readonly #receipts: LiveRecordOf<'received'>[];

  constructor(records: readonly LiveRecord[]) {
    this.#receipts = records.filter((record) => record.e === 'received');
  }

  next(sender: string, text: string): string | undefined {
    const alike = this.#receipts.filter((receipt) => receipt.text === text);
    const found = alike.find(({ strand }) => strand.split('/')[0] !== sender.split('/')[0]) ?? alike[0];
    if (found) this.#receipts.splice(this.#receipts.indexOf(found), 1);
    return found?.strand;
  }
}
