// A thread of the program, as the scheduler knows it, and who may go on at a point.
import type { ThreadAnswer } from '../traced/threads/requests.ts';

export interface Thread {
  readonly id: number;
  /** As people name it: `main`, `worker 1`. */
  readonly name: string;
  /** The number of its main strand in a trace. */
  readonly strand: number;
  /** The port by which the engine of its parent hears of it; of main, one that leads to itself. */
  readonly control: number;
  /** The port by which its own engine hears of what others do. */
  readonly inbox: number;
  /** Why it cannot go on; absent where it can. */
  waits: Wait | undefined;
  isOver: boolean;
  hasBegun: boolean;
  /** Whoever made it hears of its begin. */
  isWatched: boolean;
  hasEnded: boolean;
  /** Places that it has come to: with it a pending step of the thread has a name. */
  steps: number;
  line: number;
  /** What it is told when it goes on. */
  answer: () => ThreadAnswer;
}

export interface Wait {
  readonly kind: 'Atomics.wait' | 'event loop' | 'spins';
  /** Whether it can go on, time aside. */
  readonly isOver: () => boolean;
  /** ms since the start, after which it goes on anyway. */
  readonly due: number;
}

function canGoOn({ waits, hasEnded }: Thread, now: number): boolean {
  return !hasEnded && (!waits || waits.isOver() || waits.due <= now);
}

/** Those that come for free, the usual one first, and those that cost a preemption. */
export interface Options {
  readonly free: readonly Thread[];
  readonly costly: readonly Thread[];
}

/**
 * A thread whose time has not come may go on too: the others then stand still for so long, as a machine may let them. Where the current
 * one cannot go on, any that is ready comes for free; where none is ready, the first whose time comes.
 */
export function optionsOf(threads: readonly Thread[], current: Thread, now: number, stays: boolean): Options {
  const ready = threads
    .filter((thread) => thread !== current && canGoOn(thread, now))
    .sort((a, b) => Number(a.id < current.id) - Number(b.id < current.id) || a.id - b.id);
  const late = threads
    .filter((thread) => !ready.includes(thread) && dueOf(thread) > now && dueOf(thread) < Infinity)
    .sort((a, b) => dueOf(a) - dueOf(b) || a.id - b.id);
  if (stays) return { free: [current], costly: [...ready, ...late] };
  if (ready.length > 0) return { free: ready, costly: late };
  const [first] = late;
  const earliest = late.filter((thread) => first && dueOf(thread) === dueOf(first));
  return { free: earliest, costly: late.slice(earliest.length) };
}

function dueOf({ waits, hasEnded }: Thread): number {
  return hasEnded ? Infinity : (waits?.due ?? -Infinity);
}
