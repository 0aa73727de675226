// What every part of the engine holds of its run: the program, the virtual clock, who runs (frames), what AsyncLocalStorage
// holds (context), the limits that end it, and the tracer to which events are emitted.
import type { Job, TraceEvent, Tracer } from '../../../trace/events.ts';
import { CourseError } from '../../../error.ts';
import { placeOf } from '../program.ts';
import type { Program } from '../program.ts';
import type { Under } from '../model.ts';
import type { Context } from './context.ts';
import { Choices } from './loop/choices.ts';
import { Clock } from './loop/clock.ts';
import { Frames } from './frames.ts';
import { Halt, stoppedBy } from './loop/halt.ts';
import type { Limits } from './loop/halt.ts';
import type { EventSink, UntimedEvent } from './event-sink.ts';
import { inProgram, ownLinesOf } from './own-lines.ts';
import type { OwnLines } from './own-lines.ts';
import type { OutputLine } from './output-line.ts';
import { SharedTime } from '../threads/shared-time.ts';
import { Turns } from '../threads/turns.ts';
import type { Threaded } from '../threads/hooks.ts';

/** How often it is asked whether the time is over: once in so many steps, a power of two. */
const stepsPerLook = 1024;

/**
 * Calls of async functions inside each other for which Node has room, and the engine, which needs several calls of its own for each,
 * may have none: whether Node would go on is unknown.
 */
const deepest = 200;

/** What a job does that was asked for at a line of the program; 0 where none is meant. */
export type JobAt = (line: number) => Job;

export interface RunSettings {
  readonly limits: Limits;
  readonly under: Under | undefined;
  readonly tracer: Tracer | undefined;
  /** Asked now and then; true ends the run. */
  readonly isTimeOver: (() => boolean) | undefined;
  readonly onLine: ((line: OutputLine) => void) | undefined;
  /** Gives an error of the program's realm for one of another; absent where there is only one realm. */
  readonly ownError?: ((thrown: unknown) => unknown) | undefined;
  /** For a run that is one thread of several. */
  readonly threaded?: Threaded | undefined;
}

export class Core implements EventSink {
  readonly clock: Clock;
  /** Absent where nothing is to be chosen. */
  readonly choices: Choices | undefined;
  readonly frames: Frames;
  /** Where the program may have several threads. */
  readonly turns: Turns | undefined;
  readonly program: Program;
  /** Whether anybody listens: without a tracer no event is built. */
  readonly traced: boolean;
  readonly limits: Limits;
  readonly #isTimeOver: (() => boolean) | undefined;
  readonly #ownError: RunSettings['ownError'];
  context: Context | undefined;
  /** Functions of the engine that are handlers of promises, with what they do: they are no strands of the program. */
  readonly #hidden = new WeakMap<object, JobAt>();
  readonly #labels = new WeakMap<object, string>();
  /** The line of the last statement that began, in whatever strand. */
  lastLine = 0;
  /** Set when the run has ended; the probes throw it again wherever the program caught it. */
  halted: Halt | CourseError | undefined;
  readonly #tracer: Tracer;
  /** Where there are files beside the program. */
  readonly #ownLines: OwnLines | undefined;
  #steps = 0;
  #events = 0;
  #jobs = 0;

  constructor(program: Program, { limits, under, tracer, isTimeOver, ownError, threaded }: RunSettings) {
    this.program = program;
    this.limits = limits;
    this.#isTimeOver = isTimeOver;
    this.#ownError = ownError;
    this.choices =
      under &&
      new Choices(under, {
        halt: (error) => this.halt(error),
        emit: (event) => this.traced && this.emit(event),
      });
    this.turns =
      threaded &&
      new Turns(threaded, {
        rethrowHalt: () => this.rethrowHalt(),
        halt: (reason) => this.halt(reason),
        line: () => this.frames.line(),
      });
    this.clock = new Clock(this.turns ? new SharedTime(this.turns) : this.choices?.time);
    this.traced = tracer !== undefined;
    this.#tracer = tracer ?? {};
    this.#ownLines = ownLinesOf(program);
    this.frames = new Frames(this, program.functions, threaded);
  }

  /** What may be late, under `latency`. */
  get outside(): Choices['outside'] {
    return this.choices?.outside;
  }

  /** Runs `work` with what AsyncLocalStorage held when `context` was current. */
  under<T>(context: Context | undefined, work: () => T): T {
    const before = this.context;
    this.context = context;
    try {
      return work();
    } finally {
      this.context = before;
    }
  }

  /** Ends the run. */
  halt(reason: Halt | CourseError): never {
    this.halted ??= reason;
    throw this.halted;
  }

  /** Called where the program catches: what ends the run is not its to catch. */
  rethrowHalt(): void {
    if (this.halted) throw this.halted;
  }

  /** What the program may hold of what was thrown; throws instead where the run has ended. */
  caught(thrown: unknown): unknown {
    this.rethrowHalt();
    const error = this.#ownError ? this.#ownError(thrown) : thrown;
    if (isOverflow(error) && this.frames.suspendable > deepest) this.halt(tooDeep(this));
    return error;
  }

  step(): void {
    if (this.halted) throw this.halted;
    if (++this.#steps > this.limits.steps) this.halt(new Halt(stoppedBy('steps', this.limits.steps)));
    if ((this.#steps & (stepsPerLook - 1)) === 0) {
      if (this.#isTimeOver?.()) this.halt(new Halt({ reason: 'time', text: 'stopped: its time is over' }));
      this.turns?.spin();
    }
  }

  /** Marks a handler as the engine's own; `what` says what its job does. */
  hide<F extends object>(handler: F, what: JobAt): F {
    this.#hidden.set(handler, what);
    return handler;
  }

  /** What the job of a handler of the engine's own does; undefined for one of the program. */
  hidden(handler: object): JobAt | undefined {
    return this.#hidden.get(handler);
  }

  /** How a function without a name is called in a trace. */
  label<F extends object>(name: string, made: F): F {
    if (this.traced) this.#labels.set(made, name);
    return made;
  }

  /** The function's name, or what it is called in a trace; none if absent. */
  nameOf(made: object & { readonly name: string }): string {
    return made.name || (this.#labels.get(made) ?? '');
  }

  nextJob(): number {
    return this.traced && this.turns ? this.turns.hooks.next('job') : ++this.#jobs;
  }

  /** Tells the tracer. What it throws is its own affair. */
  emit(event: UntimedEvent): void {
    const hook = this.#tracer[event.kind] as ((event: TraceEvent) => void) | undefined;
    if (!hook) return;
    if (++this.#events > this.limits.events && !this.halted)
      this.halt(new Halt(stoppedBy('events', this.limits.events)));
    try {
      hook({ at: this.clock.now, ...(this.#ownLines ? inProgram(event, this.#ownLines) : event) });
    } catch {
      // a tracer that throws never changes the program's output
    }
  }
}

function isOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}

function tooDeep({ program, frames }: Core): CourseError {
  const { module, line } = placeOf(program, frames.line());
  return new CourseError({
    what: `a recursion of ${frames.suspendable} async functions is not available in the traced engine`,
    where: { file: module?.file ?? program.file, line },
    fix: 'let it end earlier, or run it on the real engine: leave --engine traced out',
  });
}
