// Who is running: a stack of frames, each a lane or an ordinary call inside one.
import type { TraceLaneKind } from '../../../trace/events.ts';
import type { FunctionInfo } from '../compile/edit.ts';
import type { Core } from './core.ts';

export interface Frame {
  /** The lane that it is, or in which it is a call. */
  readonly lane: number;
  readonly kind: TraceLaneKind | 'call';
  readonly name: string;
  line: number;
  state: 'new' | 'running' | 'suspended' | 'done';
}

export class Frames {
  readonly main: Frame = { lane: 0, kind: 'main', name: 'main', line: 0, state: 'new' };
  readonly #core: Core;
  readonly #functions: readonly FunctionInfo[];
  #stack: Frame[] = [];
  #lanes = 0;

  constructor(core: Core, functions: readonly FunctionInfo[]) {
    this.#core = core;
    this.#functions = functions;
  }

  current(): Frame {
    return this.#stack[this.#stack.length - 1] ?? this.main;
  }

  /** The function with this number in the program. */
  info(id: number): FunctionInfo {
    const info = this.#functions[id];
    if (!info) throw new TypeError(`no function ${id}`);
    return info;
  }

  /** A new lane, not running yet. */
  create(laneKind: TraceLaneKind, name: string, line: number, by: number, promise?: number): Frame {
    const lane = ++this.#lanes;
    if (this.#core.traced) {
      this.#core.tell({ kind: 'create', lane, laneKind, name, line, by, ...(promise && { promise }) });
    }
    return { lane, kind: laneKind, name, line, state: 'new' };
  }

  /** An ordinary function is entered: in the lane of its caller, or as a lane of its own if it is a generator. */
  enter(id: number): Frame {
    const { kind, name, line } = this.info(id);
    const caller = this.current();
    if (kind === 'generator') {
      const frame = this.create('generator', name || 'generator', line, caller.lane);
      this.run(frame);
      return frame;
    }
    const frame: Frame = { lane: caller.lane, kind: 'call', name, line, state: 'running' };
    this.#stack.push(frame);
    if (this.#core.traced) this.#core.tell({ kind: 'call', lane: frame.lane, name, line });
    return frame;
  }

  leave(frame: Frame): void {
    this.pop(frame);
    if (frame.kind === 'call') {
      if (this.#core.traced) this.#core.tell({ kind: 'leave', lane: frame.lane, name: frame.name });
    } else if (frame.state !== 'done') this.settle(frame, 'return');
  }

  /** The lane runs, on top of the stack. `how`: what it waited for failed. */
  run(frame: Frame, how?: 'throw'): void {
    if (frame.state === 'running') return;
    frame.state = 'running';
    if (this.#stack[this.#stack.length - 1] !== frame) this.#stack.push(frame);
    if (this.#core.traced) this.#core.tell({ kind: 'resume', lane: frame.lane, line: frame.line, ...(how && { how }) });
  }

  suspend(frame: Frame, line: number): void {
    frame.line = line;
    frame.state = 'suspended';
  }

  settle(frame: Frame, how: 'return' | 'throw'): void {
    this.pop(frame);
    frame.state = 'done';
    if (this.#core.traced) this.#core.tell({ kind: 'settle', lane: frame.lane, how });
  }

  /** Takes the frame and everything above it off the stack. */
  pop(frame: Frame): void {
    const index = this.#stack.lastIndexOf(frame);
    if (index >= 0) this.#stack.length = index;
  }

  clear(): void {
    this.#stack.length = 0;
  }

  /** Where the lane itself stands, and below it the lines in the helpers that it called, innermost first. */
  place(): { lane: number; line: number; via: number[] } {
    const via: number[] = [];
    let index = this.#stack.length - 1;
    for (; index > 0 && this.#stack[index]?.kind === 'call'; index--) via.push(this.#stack[index]?.line ?? 0);
    const { lane, line } = this.#stack[index] ?? this.main;
    return { lane, line, via };
  }
}
