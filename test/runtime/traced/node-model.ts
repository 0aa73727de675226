// Node's event loop on a clock of numbers, as small as its order allows and written from its source alone: uv_run (deps/uv/src/unix/core.c),
// Environment::RunTimers (src/env.cc) and lib/internal/timers.js. Each time that libuv reads the clock the process may have stood still.

/** What a program does, in its body or in a callback. */
export type Action =
  | { readonly kind: 'print'; readonly text: string }
  | {
      readonly kind: 'timeout' | 'interval';
      readonly name: string;
      readonly ms: number;
      readonly body: readonly Action[];
    }
  | { readonly kind: 'immediate'; readonly body: readonly Action[] }
  | { readonly kind: 'clear'; readonly name: string };

interface Timer {
  readonly name: string;
  start: number;
  readonly repeat: boolean;
  readonly body: readonly Action[];
}

interface List {
  readonly msecs: number;
  id: number;
  expiry: number;
  readonly timers: Timer[];
}

export class NodeModel {
  readonly printed: string[] = [];
  readonly #stall: () => number;
  readonly #lists = new Map<number, List>();
  #immediates: (readonly Action[])[] = [];
  #ids = 0;
  #nextExpiry = Infinity;
  /** uv_timer_t: when it is due. */
  #handle: number | undefined;
  /** The time, and what libuv keeps of it. */
  #time = 0;
  #loopTime = 0;

  /** `stall` gives the ms for which the process stands still before a reading. */
  constructor(stall: () => number) {
    this.#stall = stall;
  }

  run(main: readonly Action[]): void {
    this.#do(main);
    this.#updateTime();
    this.#runTimers();
    while (this.#immediates.length > 0 || this.#lists.size > 0) {
      if (this.#immediates.length === 0) this.#time = Math.max(this.#time, this.#handle ?? this.#time);
      this.#updateTime();
      const queue = this.#immediates;
      this.#immediates = [];
      for (const body of queue) this.#do(body);
      this.#updateTime();
      this.#runTimers();
    }
  }

  #updateTime(): number {
    this.#time += this.#stall();
    return (this.#loopTime = this.#time);
  }

  #runTimers(): void {
    if (this.#handle === undefined || this.#handle > this.#loopTime) return;
    this.#handle = undefined;
    const expiry = this.#processTimers(this.#updateTime());
    if (expiry !== undefined) this.#handle = this.#loopTime + Math.max(1, expiry - this.#loopTime);
  }

  #processTimers(now: number): number | undefined {
    this.#nextExpiry = Infinity;
    for (let list; (list = this.#peek());) {
      if (list.expiry > now) return (this.#nextExpiry = list.expiry);
      this.#listOnTimeout(list, now);
    }
    return undefined;
  }

  #listOnTimeout(list: List, now: number): void {
    for (let timer; (timer = list.timers[0]);) {
      if (now - timer.start < list.msecs) {
        list.expiry = Math.max(timer.start + list.msecs, now + 1);
        list.id = ++this.#ids;
        return;
      }
      list.timers.shift();
      const start = timer.repeat ? this.#updateTime() : 0;
      this.#called = timer;
      this.#do(timer.body);
      if (timer.repeat && this.#called === timer) this.#insert(timer, list.msecs, start);
    }
    if (this.#lists.get(list.msecs) === list) this.#lists.delete(list.msecs);
  }

  #called: Timer | undefined;

  #insert(timer: Timer, msecs: number, start: number): void {
    timer.start = start;
    const known = this.#lists.get(msecs);
    if (known) {
      known.timers.push(timer);
      return;
    }
    const list = { msecs, id: ++this.#ids, expiry: start + msecs, timers: [timer] };
    this.#lists.set(msecs, list);
    if (this.#nextExpiry <= list.expiry) return;
    this.#handle = this.#loopTime + msecs;
    this.#nextExpiry = list.expiry;
  }

  #peek(): List | undefined {
    return [...this.#lists.values()].sort((a, b) => a.expiry - b.expiry || a.id - b.id)[0];
  }

  #clear(name: string): void {
    if (this.#called?.name === name) this.#called = undefined;
    for (const [msecs, { timers }] of this.#lists) {
      const index = timers.findIndex((timer) => timer.name === name);
      if (index < 0) continue;
      timers.splice(index, 1);
      if (timers.length === 0) this.#lists.delete(msecs);
    }
  }

  #do(body: readonly Action[]): void {
    for (const action of body) {
      if (action.kind === 'print') this.printed.push(action.text);
      else if (action.kind === 'immediate') this.#immediates.push(action.body);
      else if (action.kind === 'clear') this.#clear(action.name);
      else {
        const { name, ms, kind } = action;
        this.#insert({ name, start: 0, repeat: kind === 'interval', body: action.body }, ms, this.#updateTime());
      }
    }
  }
}

/** The same program in TypeScript. */
export function textOf(body: readonly Action[]): string {
  const names = namesIn(body);
  const declared =
    names.length > 0 ? `let ${names.map((name) => `${name}: NodeJS.Timeout | undefined`).join(', ')};\n` : '';
  return declared + statements(body);
}

function statements(body: readonly Action[]): string {
  return body
    .map((action) => {
      if (action.kind === 'print') return `console.log('${action.text}');`;
      if (action.kind === 'clear') return `clearTimeout(${action.name});`;
      if (action.kind === 'immediate') return `setImmediate(() => { ${statements(action.body)} });`;
      const set = action.kind === 'interval' ? 'setInterval' : 'setTimeout';
      return `${action.name} = ${set}(() => { ${statements(action.body)} }, ${action.ms});`;
    })
    .join(' ');
}

function namesIn(body: readonly Action[]): string[] {
  return body.flatMap((action) => {
    if (action.kind === 'print' || action.kind === 'clear') return [];
    return [...(action.kind === 'immediate' ? [] : [action.name]), ...namesIn(action.body)];
  });
}
