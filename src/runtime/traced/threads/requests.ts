// What a thread of a program asks of whoever lets the threads take turns, and what it is answered. A request ends the turn of the
// thread, or not: the answer comes once it has the turn again. All of it is JSON: it crosses realms and threads as text.

/** Where a thread stands, and what it is about to do. */
export interface Place {
  /** The engine's word for the place: `Atomics.add`, `write`, `postMessage`. */
  readonly what: string;
  /** 0 inside the engine itself. */
  readonly line: number;
}

/** What a step touches, by names: cells of shared memory, the messages of a thread, the output. */
export interface Touched {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
}

/** Since it last asked the program has seen the time (`sawClock`), or what nobody followed (`isLoose`). */
export type ThreadRequest = { readonly sawClock?: true; readonly isLoose?: true } &
  /** Another thread may go on first. What is touched is touched once the thread goes on. */
  (
    | ({ readonly do: 'offer' } & Place & Touched)
    /** The step that `offer` announced has changed nothing and read what it read the last time: the thread spins. */
    | ({ readonly do: 'spin' } & Place)
    /** Touched without a place at which another could go on. */
    | ({ readonly do: 'touch' } & Touched)
    /** Atomics.wait: until a notify of the cell, or for `ms`. */
    | ({ readonly do: 'wait'; readonly cell: string; readonly ms?: number } & Place)
    | ({ readonly do: 'notify'; readonly cell: string; readonly count?: number } & Place)
    /** Atomics.waitAsync: a notify puts `token` among what has arrived; `ms` is the thread's own affair. */
    | { readonly do: 'wait async'; readonly cell: string; readonly token: number }
    | { readonly do: 'forget wait'; readonly token: number }
    /** A new thread, with what it is given: serialized data. */
    | ({ readonly do: 'start'; readonly given: Given } & Place)
    /** The thread is to say when it begins. */
    | { readonly do: 'watch'; readonly thread: number }
    /** Ends another thread where it stands. */
    | ({ readonly do: 'terminate'; readonly thread: number } & Place)
    /** Two ports that are entangled. */
    | { readonly do: 'channel' }
    | ({ readonly do: 'post'; readonly port: number; readonly text: string } & Place)
    /** Messages of the port are delivered from now on, or no longer. */
    | { readonly do: 'listen'; readonly port: number; readonly on: boolean }
    /** A message of this port, whoever listens. */
    | { readonly do: 'take'; readonly port: number }
    /** The port belongs to this thread now. */
    | { readonly do: 'own'; readonly port: number }
    | { readonly do: 'close'; readonly port: number }
    /** What has arrived at a port to which somebody listens, but at none of `except`; which port is first is chosen. `offers`: after others. */
    | { readonly do: 'arrival'; readonly except: readonly number[]; readonly offers: boolean }
    /** The event loop has nothing to do until something arrives, or until `due`, in ms. */
    | { readonly do: 'idle'; readonly due?: number; readonly line: number }
    /** So many ms have passed since the start, as the program itself has seen by looking at the clock. */
    | { readonly do: 'pass'; readonly to: number }
  );

/** What a new thread finds. */
export interface Given {
  /** Serialized. */
  readonly workerData: string;
  readonly argv: readonly string[];
  readonly threadName: string;
  /** Serialized, by serialized keys. */
  readonly environmentData: readonly (readonly [key: string, value: string])[];
}

export interface ThreadAnswer {
  /** Other threads have run meanwhile. */
  readonly away?: true;
  /** The thread has been ended, or the whole run has: it does nothing more. */
  readonly over?: true;
  /** Of `wait`. */
  readonly how?: 'ok' | 'timed-out';
  /** Of `notify`: how many were woken. */
  readonly woken?: number;
  /** Of `start`: its number, and the ports to it: of the program, and of the engine. */
  readonly started?: Started;
  /** Of `channel`. */
  readonly ports?: readonly [number, number];
  /** Of `take` and `arrival`. */
  readonly message?: { readonly port: number; readonly text: string };
}

export interface Started {
  readonly thread: number;
  readonly strand: number;
  /** To the program's side of the thread: what `worker.postMessage` sends to and hears from. */
  readonly port: number;
  /** To the engine's side: how the thread gets on, and what it prints. */
  readonly control: number;
}

/** How a thread is reached by whoever made it, and what it was given. */
export interface OwnThread extends Given {
  readonly thread: number;
  /** The number of its main strand. */
  readonly strand: number;
  /** Its side of the port of the program; absent of the main thread. */
  readonly port?: number;
  /** What it sends here its parent's engine hears. */
  readonly control: number;
  /** Here its own engine hears of what others do. */
  readonly inbox: number;
}
