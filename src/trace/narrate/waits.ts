// For what a strand waits, in words.
import * as words from './catalogue/words.ts';
import type { WaitClause } from './catalogue/catalogue.ts';
import type { Names } from './names.ts';
import type { Wait, WaitKind, WaitOf } from '../waits.ts';

type KnownNames = Pick<Names, 'strand' | 'promise' | 'isAwaitedBy' | 'lock' | 'channel' | 'signal'>;
type Clauses = {
  readonly [K in WaitKind]: (on: WaitOf<K>, names: KnownNames, strand: number | undefined) => WaitClause;
};

const waits = words.waits;

const clauses: Clauses = {
  yield: () => waits.yield,
  turn: () => waits.turn,
  sleep: ({ ms }) => waits.sleep(ms),
  await: ({ what }) => waits.await[what],
  promise: ({ promise, state }, names, strand) => {
    const own = strand !== undefined && names.isAwaitedBy(promise, strand);
    return waits.promise(own ? undefined : names.promise(promise), state);
  },
  strand: ({ strand, how }, names) => waits.strand[how](names.strand(strand)),
  group: ({ call, strands = [] }, names) => waits.group[call](strands.map((strand) => names.strand(strand))),
  lock: ({ lock }, names) => waits.syncObject(names.lock(lock)),
  channel: ({ channel }, names) => waits.syncObject(names.channel(channel)),
  signal: ({ signal }, names) => waits.syncObject(names.signal(signal)),
  event: ({ name }) => waits.event(name),
  call: ({ name }) => waits.call(name),
  pool: () => waits.pool,
  'Atomics.wait': ({ ms }) => waits.atomics(ms),
  runs: ({ what }) => waits.runs[what],
};

/** For what `strand` waits, where it is known which. */
export function waitOf(on: Wait, names: KnownNames, strand?: number): WaitClause {
  const say = clauses[on.kind] as (on: Wait, names: KnownNames, strand: number | undefined) => WaitClause;
  const clause = say(on, names, strand);
  return 'repeated' in on && on.repeated ? waits.repeated(clause) : clause;
}
