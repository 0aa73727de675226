// What a reader calls the strands and promises of a trace: by kind and name, or by line, and numbered where that is not
// enough. The same words in captions, causes and panels.
import { jobNames } from './jobs.ts';
import { promiseNames } from './promises.ts';
import type { PromiseNames } from './promises.ts';
import type { QueueName, TraceEvent, TraceStrandKind } from '../events.ts';

/** What each queue is called in a sentence; complete by type. */
export const queueTitles: Readonly<Record<QueueName, string>> = {
  micro: 'microtask queue',
  nextTick: 'nextTick queue',
  timers: 'timers',
  immediates: 'immediates',
  poll: 'poll queue',
  ready: 'ready queue',
  hub: 'hub',
};

/** What stands above each part of the step-through. */
export const panelTitles = {
  lanes: 'Lanes',
  queues: 'Queues',
  locks: 'Locks and channels',
  output: 'Printed so far',
} as const;

/** Names that say no more than the kind does. */
const bare = /^(then|catch|finally|timer|interval|immediate|sleep|message|callback|queueMicrotask|nextTick)\b/;

export interface Names extends PromiseNames {
  /** "main", "task B", "timer callback of line 4", "async function work #2". */
  readonly strand: (strand: number) => string;
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
  const promises = promiseNames(events, strand);
  const job = jobNames(events, strand, promises.promise);
  const lock = syncObjectNames(events.flatMap((event) => (event.kind === 'lock' ? [[event.lock, event.name]] : [])));
  const channel = syncObjectNames(
    events.flatMap((event) => (event.kind === 'channel' ? [[event.channel, event.name]] : [])),
  );
  const signal = syncObjectNames(
    events.flatMap((event) => (event.kind === 'signal' ? [[event.signal, event.name]] : [])),
  );
  return { strand, ...promises, job, lock, channel, signal };
}

function strandNames(events: readonly TraceEvent[]): (strand: number) => string {
  const made = events.filter((event) => event.kind === 'create');
  const plain = made.map(({ strandKind, name, line }) => plainName(strandKind, name, line));
  // many a Python program calls its first task main, too
  const strands = new Map([[0, made.some(({ name }) => name === 'main') ? 'the main program' : 'main']]);
  const seen = new Map<string, number>();
  made.forEach(({ strand }, index) => {
    const name = plain[index] ?? '';
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    strands.set(strand, plain.indexOf(name) === plain.lastIndexOf(name) ? name : `${name} #${number}`);
  });
  return (strand) => strands.get(strand) ?? `strand ${strand}`;
}

/** The names of all locks, or channels, or signals; each has the name that it is given last. */
function syncObjectNames(named: readonly (readonly [id: number, name: string])[]): (id: number) => string {
  const plain = new Map(named);
  const alike = Map.groupBy(plain.keys(), (id) => plain.get(id));
  return (id) => {
    const name = plain.get(id);
    if (name === undefined) return `number ${id}`;
    const same = alike.get(name) ?? [];
    if (same.length > 1) return `${name} #${same.indexOf(id) + 1}`;
    return name.includes(' ') ? name : `the ${name}`;
  };
}

function plainName(kind: TraceStrandKind, name: string, line: number): string {
  if (name !== '' && name !== kind && !(kind.endsWith('callback') && bare.test(name))) return `${kind} ${name}`;
  return line === 0 ? kind : `${kind} of line ${line}`;
}

/** " at line 4"; nothing where the line is not known. */
export function atLine(line: number): string {
  return line === 0 ? '' : ` at line ${line}`;
}

/** A moment or a span in ms, to a tenth: finer is the time that the program itself took. */
export function inMs(ms: number): string {
  return `${Math.round(ms * 10) / 10} ms`;
}

/** "the timer of 10 ms"; a fraction of a ms is the time that the program itself took. */
export function timerOf(delay: number): string {
  return `the timer of ${Math.round(delay)} ms`;
}

/** What a strand waits for; every other word in a `suspend` event is a function in which it waits. */
const awaited = /^(?:task|future|lock|event|condition|semaphore|queue|channel|greenlet|thread|worker|process)\b/;

/** Waits that need words of their own. */
const waitings: Readonly<Record<string, string>> = {
  value: 'it awaits a value that is no promise',
  thenable: 'it awaits an object with a then method',
  'event loop': 'the event loop runs',
  yield: 'it yields',
  'Atomics.wait': 'it blocks in Atomics.wait',
  await: 'it awaits a promise',
  future: 'it awaits a future',
  gather: 'it awaits all that it gathers',
  'TaskGroup.__aexit__': 'it waits for the tasks of its group',
  hub: 'the hub runs',
  sleep: 'it sleeps',
  'another greenlet': 'another greenlet runs',
};

/** Added to the `on` of a `suspend` event where the strand begins that wait anew each time that it is over. */
export const repeated = ', again and again';

/** What stands in the `on` of a `suspend` event, in words; `strand` is the strand that waits. */
export function waits(on: string, names: Names, strand?: number): string {
  if (on.endsWith(repeated)) return `${waits(on.slice(0, -repeated.length), names, strand)}${repeated}`;
  const [, id, state] = /^promise#(\d+) (\w+)$/.exec(on) ?? [];
  if (id !== undefined) {
    const own = strand !== undefined && names.isAwaitedBy(Number(id), strand);
    const promise = own ? 'a promise' : names.promise(Number(id));
    return state === 'pending' ? `it awaits ${promise}` : `it awaits ${promise}, which is ${state} already`;
  }
  const [, kind, number] = /^(\w+)#(\d+)$/.exec(on) ?? [];
  if (kind !== undefined) return waitsFor(kind, Number(number), names);
  const [, seconds] = /^sleep\(([\d.]+)\)$/.exec(on) ?? [];
  if (seconds !== undefined) return seconds === '0' ? 'it gives way once, by sleep(0)' : `it sleeps for ${seconds} s`;
  if (waitings[on] !== undefined) return waitings[on];
  const [, call, all] = /^(Promise\.\w+)(?:\((.+)\))?$/.exec(on) ?? [];
  if (call !== undefined) return `it awaits ${call}${all === undefined ? '' : `: ${strandsNamed(all, names)}`}`;
  const [, limit] = /^Atomics\.wait\((\d.* ms)\)$/.exec(on) ?? [];
  if (limit !== undefined) return `it blocks in Atomics.wait, for ${limit} at most`;
  const [, called] = /^(?:\w+\.)*(\w+)$/.exec(on) ?? [];
  return awaited.test(on) || called === undefined ? `it waits for ${on}` : `it waits in ${called}()`;
}

/** "worker 1, worker 2" for "worker#1, worker#2" */
function strandsNamed(strands: string, names: Names): string {
  return strands.replace(/\w+#(\d+)/g, (_, strand: string) => names.strand(Number(strand)));
}

function waitsFor(kind: string, id: number, names: Names): string {
  if (kind === 'lock') return `it waits for ${names.lock(id)}`;
  if (kind === 'channel') return `it waits for ${names.channel(id)}`;
  if (kind === 'signal') return `it waits for ${names.signal(id)}`;
  return `it ${kind === 'task' || kind === 'strand' ? 'awaits' : 'waits for'} ${names.strand(id)}`;
}
