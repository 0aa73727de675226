// What a reader calls the strands, promises, jobs and locks of a trace: by kind and name, or by line, and numbered where that is
// not enough. The same words in captions, causes and panels.
import * as words from './catalogue/words.ts';
import { jobNames } from './jobs.ts';
import { promiseNames } from './promises.ts';
import type { PromiseNames } from './promises.ts';
import type { TraceEvent, TraceStrandKind } from '../events.ts';

/** What each queue is called in a sentence. */
export const queueTitles = words.names.queues;

/** What stands above each part of the step-through. */
export const panelTitles = words.names.panels;

/** "12.5 ms" */
export const inMs = words.names.ms;

/** Names that engines give to callbacks without one of their own; they say no more than the kind does. */
const bare: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'timer',
  'interval',
  'immediate',
  'sleep',
  'message',
  'callback',
  'microtask',
  'nextTick',
]);

export interface Names extends PromiseNames {
  /** "main", "task B", "timer callback of line 4", "async function work #2". */
  readonly strand: (strand: number) => string;
  /** The same where a sentence begins with it. */
  readonly first: (strand: number) => string;
  /** What a job is for: "resume task B", "sleep of line 4". */
  readonly job: (job: number) => string;
  /** "lock seats"; "the lock" where it is the only one and has no name, else "lock #2". */
  readonly lock: (lock: number) => string;
  readonly channel: (channel: number) => string;
  readonly signal: (signal: number) => string;
}

/** The names of everything in a trace. A strand keeps its name through the whole trace. */
export function namesOf(events: readonly TraceEvent[]): Names {
  const strand = strandNames(events);
  const main = strand(0);
  const first = (one: number) =>
    one === 0 && main === words.names.main.program ? words.names.main.first : strand(one);
  const promises = promiseNames(events, strand);
  const job = jobNames(events, { ...promises, strand });
  const lock = syncObjectNames(events.flatMap((event) => (event.kind === 'lock' ? [[event.lock, event.name]] : [])));
  const channel = syncObjectNames(
    events.flatMap((event) => (event.kind === 'channel' ? [[event.channel, event.name]] : [])),
  );
  const signal = syncObjectNames(
    events.flatMap((event) => (event.kind === 'signal' ? [[event.signal, event.name]] : [])),
  );
  return { strand, first, ...promises, job, lock, channel, signal };
}

function strandNames(events: readonly TraceEvent[]): (strand: number) => string {
  const { main, numbered, unknownStrand } = words.names;
  const made = events.filter((event) => event.kind === 'create');
  const plain = made.map(({ strandKind, name, line }) => plainName(strandKind, name, line));
  // many a Python program calls its first task main, too
  const strands = new Map([[0, made.some(({ name }) => name === 'main') ? main.program : main.plain]]);
  const seen = new Map<string, number>();
  made.forEach(({ strand }, index) => {
    const name = plain[index] ?? '';
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    strands.set(strand, plain.indexOf(name) === plain.lastIndexOf(name) ? name : numbered(name, number));
  });
  return (strand) => strands.get(strand) ?? unknownStrand(strand);
}

/** The names of all locks, or channels, or signals; each has the name that it is given last. */
function syncObjectNames(named: readonly (readonly [id: number, name: string])[]): (id: number) => string {
  const plain = new Map(named);
  const alike = Map.groupBy(plain.keys(), (id) => plain.get(id));
  return (id) => {
    const name = plain.get(id);
    if (name === undefined) return words.names.unknownSyncObject(id);
    const same = alike.get(name) ?? [];
    if (same.length > 1) return words.names.numbered(name, same.indexOf(id) + 1);
    return name.includes(' ') ? name : words.names.onlyOne(name);
  };
}

function plainName(kind: TraceStrandKind, name: string, line: number): string {
  const { strandKind, named, ofLine } = words.names;
  const isOwn = name !== '' && name !== kind && !(kind.endsWith('callback') && bare.has(name));
  return isOwn ? named(strandKind(kind), name) : ofLine(strandKind(kind), line);
}
