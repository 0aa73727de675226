// What the host gives a run that is one thread of several.
import type { OwnThread } from './requests.ts';

/** What the host gives a thread. Texts and numbers alone cross, and shared memory. */
export interface ThreadHooks {
  /** Comes back once the thread has the turn again. */
  readonly ask: (request: string) => string;
  /** ms since the start. */
  readonly now: () => number;
  /** A number of this run, from 1. */
  readonly next: (counter: 'strand' | 'promise' | 'job') => number;
  /** The number of new shared memory. */
  readonly share: (buffer: SharedArrayBuffer) => number;
  /** A new object of the host's realm. */
  readonly shared: (number: number) => SharedArrayBuffer;
}

/** What a thread has of the run that it is part of. */
export interface Threaded {
  readonly hooks: ThreadHooks;
  readonly own: OwnThread;
}
