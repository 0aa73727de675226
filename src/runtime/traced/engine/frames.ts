// Who is running: a stack of frames, each a strand or an ordinary call inside one. Counterpart: the execution context stack of
// ECMA-262 9.4, of which the topmost is the running one.
import type { TraceStrandKind } from '../../../trace/events.ts';
import type { FunctionInfo } from '../program.ts';
import type { EventSink } from './event-sink.ts';
import type { Threaded } from '../threads/hooks.ts';

export interface Frame {
  /** The strand that it is, or in which it is a call. */
  readonly strand: number;
  readonly kind: TraceStrandKind | 'call';
  readonly name: string;
  line: number;
  state: 'new' | 'running' | 'suspended' | 'done';
  /** True for the strand of a callback until the callback is entered. */
  isBare: boolean;
}

/** Part of an event: which strand did it. */
export interface Author {
  readonly by?: number;
}

export class Frames {
  readonly main: Frame;
  readonly #events: EventSink;
  readonly #functions: readonly FunctionInfo[];
  readonly #threaded: Threaded | undefined;
  #stack: Frame[] = [];
  #strands = 0;

  constructor(events: EventSink, functions: readonly FunctionInfo[], threaded?: Threaded) {
    this.#events = events;
    this.#functions = functions;
    this.#threaded = threaded;
    const { thread = 0, strand = 0 } = threaded?.own ?? {};
    const name = thread === 0 ? 'main' : `worker ${thread}`;
    this.main = { strand, kind: thread === 0 ? 'main' : 'worker', name, line: 0, state: 'new', isBare: false };
  }

  /** Who runs; the main program if nobody does. */
  current(): Frame {
    return this.#stack[this.#stack.length - 1] ?? this.main;
  }

  /** The function with this number in the program. */
  info(id: number): FunctionInfo {
    const info = this.#functions[id];
    if (!info) throw new TypeError(`no function ${id}`);
    return info;
  }

  /** Whether the engine itself runs, and no strand. */
  get idle(): boolean {
    return this.#stack.length === 0;
  }

  /** How many async functions and generators run, each called by the one before. */
  get suspendable(): number {
    return this.#stack.filter(({ kind }) => kind.startsWith('async') || kind === 'generator').length;
  }

  /** The strand that runs, as the author of what is done now; nobody inside the engine itself. */
  author(): Author {
    const top = this.#stack[this.#stack.length - 1];
    return top ? { by: top.strand } : {};
  }

  /** The line on which the running strand or call stands; 0 inside the engine itself. */
  line(): number {
    return this.#stack[this.#stack.length - 1]?.line ?? 0;
  }

  /** A new strand, not running yet. */
  create(strandKind: TraceStrandKind, name: string, line: number, author = this.author(), promise?: number): Frame {
    const strand = this.#events.traced && this.#threaded ? this.#threaded.hooks.next('strand') : ++this.#strands;
    if (this.#events.traced) {
      this.#events.emit({ kind: 'create', strand, strandKind, name, line, ...author, ...(promise && { promise }) });
    }
    return { strand, kind: strandKind, name, line, state: 'new', isBare: strandKind.endsWith('callback') };
  }

  /**
   * An ordinary function is entered: in the strand of its caller, or as a strand of its own if it is a generator. The
   * function that a queue calls is the strand itself.
   */
  enter(id: number): Frame {
    const { kind, name, line } = this.info(id);
    const caller = this.current();
    if (kind === 'generator') {
      const frame = this.create('generator', name || 'generator', line);
      this.run(frame);
      return frame;
    }
    if (caller.isBare) {
      caller.isBare = false;
      return caller;
    }
    return this.call(name, line);
  }

  /** A call inside the strand that runs. */
  call(name: string, line: number): Frame {
    const { strand } = this.current();
    const frame: Frame = { strand, kind: 'call', name, line, state: 'running', isBare: false };
    this.#stack.push(frame);
    if (this.#events.traced) this.#events.emit({ kind: 'call', strand, name, line });
    return frame;
  }

  /** A call or a generator ends. The strand of a callback ends only when its queue gets back from it. */
  leave(frame: Frame): void {
    if (frame.kind === 'call') {
      this.pop(frame);
      if (this.#events.traced) this.#events.emit({ kind: 'leave', strand: frame.strand, name: frame.name });
    } else if (frame.kind === 'generator') {
      this.pop(frame);
      if (frame.state !== 'done') this.settle(frame, 'return');
    }
  }

  /** The strand runs, on top of the stack. `how`: what it waited for failed. */
  run(frame: Frame, how?: 'throw'): void {
    if (frame.state === 'running') return;
    frame.state = 'running';
    if (this.#stack[this.#stack.length - 1] !== frame) this.#stack.push(frame);
    if (this.#events.traced)
      this.#events.emit({ kind: 'resume', strand: frame.strand, line: frame.line, ...(how && { how }) });
  }

  suspend(frame: Frame, line: number): void {
    frame.line = line;
    frame.state = 'suspended';
  }

  /** A sync generator gives way to its caller. */
  yields(frame: Frame, line: number): void {
    this.suspend(frame, line);
    if (this.#events.traced) this.#events.emit({ kind: 'suspend', strand: frame.strand, line, on: { kind: 'yield' } });
    this.pop(frame);
  }

  settle(frame: Frame, how: 'return' | 'throw'): void {
    this.pop(frame);
    frame.state = 'done';
    if (this.#events.traced) this.#events.emit({ kind: 'settle', strand: frame.strand, how });
  }

  /** Takes the frame and everything above it off the stack. */
  pop(frame: Frame): void {
    const index = this.#stack.lastIndexOf(frame);
    if (index >= 0) this.#stack.length = index;
  }

  clear(): void {
    this.#stack.length = 0;
  }

  /** Where the strand itself stands, and below it the lines in the helpers that it called, innermost first. */
  place(): { strand: number; name: string; line: number; via: number[] } {
    const via: number[] = [];
    let index = this.#stack.length - 1;
    for (; index > 0 && this.#stack[index]?.kind === 'call'; index--) via.push(this.#stack[index]?.line ?? 0);
    const { strand, name, line } = this.#stack[index] ?? this.main;
    return { strand, name, line, via };
  }
}
