// Runs a program whose threads take turns, from its start to its exit: its main thread in this one, each Worker in a real thread of the
// pool, all of them in realms of their own. One runs at a time, and everything waits for it.
import { CourseError } from '../../error.ts';
import type { Schedule } from '../../explore/schedule.ts';
import type { TraceEvent, TraceEventKind, Tracer } from '../../trace/events.ts';
import { deadlockExit, limitExit } from '../exit-codes.ts';
import { runInRealm } from '../realm/realm.ts';
import type { OutputLine } from '../traced/engine/output-line.ts';
import type { Program } from '../traced/program.ts';
import type { RunOptions } from '../traced/realm/world.ts';
import type { TracedRun } from '../traced/run.ts';
import type { OwnThread, ThreadRequest } from '../traced/threads/requests.ts';
import type { ThreadHooks } from '../traced/threads/hooks.ts';
import type { Emitted, Ended, FromThread, ProgramText, ToThread } from './messages.ts';
import { RealThread } from './pool.ts';
import { Scheduler } from './scheduler.ts';

import { Service } from './service.ts';
import type { Asked } from './service.ts';
import { SharedState } from './shared-state.ts';
import { Waiters } from './waiters.ts';
import { waitingThreads } from './waiting.ts';
import type { Thread } from './thread.ts';

export interface ThreadedOptions extends Pick<RunOptions, 'limits' | 'tracer' | 'isTimeOver'> {
  /** The text of the program, for the threads. */
  readonly source: ProgramText;
  readonly schedule: Schedule;
  /** Whether anything is chosen: under the model `usual` nothing is. */
  readonly asks: boolean;
}

export interface ThreadedRun extends TracedRun {
  /** A sentence for each thread that waits, where none can go on. */
  readonly waiting?: readonly string[];
}

const state = new SharedState();
/** Real threads that wait for a run. */
const idle: RealThread[] = [];

/** Throws a CourseError for what the engine does not have, and (`misuse`) where the schedule does not fit the run. */
export function runThreads(program: Program, options: ThreadedOptions): ThreadedRun {
  return new ThreadedProgram(program, options).run();
}

class ThreadedProgram {
  readonly #program: Program;
  readonly #options: ThreadedOptions;
  readonly #scheduler: Scheduler;
  readonly #service: Service;
  readonly #lines: OutputLine[] = [];
  readonly #asked = new Map<Thread, OwnThread>();
  readonly #real = new Map<Thread, RealThread>();
  readonly #buffers = new Map<number, SharedArrayBuffer>();
  #waiting: readonly string[] | undefined;
  #stopped: string | undefined;
  /** Something in the engine itself is wrong. */
  #fault: Error | undefined;
  #stuck: RealThread | undefined;

  constructor(program: Program, options: ThreadedOptions) {
    this.#program = program;
    this.#options = options;
    state.restart();
    const onDeviation = (threads: readonly Thread[], chosen: number) => this.#emitDecision(threads, chosen);
    const waiters = new Waiters();
    const { schedule, asks } = options;
    const stateOf = () => waiters.order;
    this.#scheduler = new Scheduler({ schedule, asks, now: state, stateOf, onDeviation });
    const onStart = (asked: Asked) => this.#ask(asked);
    this.#service = new Service({
      scheduler: this.#scheduler,
      waiters,
      nextStrand: () => state.next('strand'),
      onStart,
    });
  }

  run(): ThreadedRun {
    const { limits, tracer, isTimeOver } = this.#options;
    const { main } = this.#service;
    const own = { ...nothingGiven, thread: 0, strand: 0, control: main.control, inbox: main.inbox };
    try {
      const run = runInRealm(this.#program, {
        limits,
        tracer,
        isTimeOver,
        onLine: (line) => this.#lines.push(line),
        threaded: { own, hooks: this.#hooks() },
      });
      this.#endOthers();
      return this.#result(run);
    } catch (error) {
      this.#endOthers();
      throw this.#fault ?? error;
    } finally {
      for (const real of this.#real.values()) if (real !== this.#stuck) idle.push(real);
    }
  }

  #result(run: TracedRun): ThreadedRun {
    const { over } = this.#scheduler;
    if (this.#fault) throw this.#fault;
    if (over instanceof CourseError) throw over;
    const decisions = this.#scheduler.decisions();
    const texts = (wanted: OutputLine['stream']) =>
      this.#lines.filter(({ stream }) => stream === wanted).map(({ text }) => text);
    const lines = { stdout: texts('stdout'), stderr: texts('stderr'), lines: this.#lines };
    const chosen = { decisions, pinned: false };
    if (over === 'deadlock') {
      return { ...run, ...lines, chosen, exit: deadlockExit, ...(this.#waiting && { waiting: this.#waiting }) };
    }
    if (over !== 'limit') return { ...run, ...lines, chosen };
    const text = this.#stopped ?? 'stopped: its threads take too many turns';
    return { ...run, ...lines, chosen, exit: limitExit, stopped: { reason: 'steps', text } };
  }

  #hooks(): ThreadHooks {
    return {
      ask: (request) => {
        this.#take(JSON.parse(request) as ThreadRequest);
        this.#serveUntilMain();
        return JSON.stringify(this.#scheduler.answer());
      },
      now: () => state.ms,
      next: (counter) => state.next(counter),
      share: (buffer) => {
        const id = state.next('buffer');
        this.#keep(id, buffer);
        return id;
      },
      shared: (id) => structuredClone(this.#buffers.get(id) ?? missing(id)),
    };
  }

  #take(request: ThreadRequest): void {
    this.#service.take(request);
    if (this.#scheduler.over === 'deadlock') this.#waiting ??= waitingThreads(this.#scheduler.threads, this.#program);
  }

  /** Others go on, until main has the turn. */
  #serveUntilMain(): void {
    for (let thread; (thread = this.#scheduler.turn) !== this.#service.main;) this.#serve(thread);
  }

  /** Main has ended: the others have a turn each to end where they stand. */
  #endOthers(): void {
    this.#service.main.hasEnded = true;
    this.#scheduler.stop('end');
    for (let thread; !(thread = this.#scheduler.turn).hasEnded;) this.#serve(thread);
  }

  /** The thread has the turn until it asks for something, or has ended. */
  #serve(thread: Thread): void {
    const real = this.#real.get(thread);
    if (!real && this.#scheduler.answer().over) return this.#service.end(thread, 1);
    const heard = real ? this.#say(real, { answer: this.#scheduler.answer() }) : this.#begin(thread);
    for (const emitted of heard.emitted) this.#emit(emitted);
    for (const { id, buffer } of this.#real.get(thread)?.given() ?? []) this.#keep(id, buffer, thread);
    if (heard.request) this.#take(heard.request);
    else if (heard.ended) this.#end(thread, heard.ended);
  }

  #begin(thread: Thread): FromThread {
    const own = this.#asked.get(thread);
    if (!own) throw new TypeError(`${thread.name} was not asked for`);
    this.#service.begin();
    const real = idle.pop() ?? new RealThread(state.memory);
    this.#real.set(thread, real);
    for (const [id, buffer] of this.#buffers) real.give({ id, buffer });
    const { limits, tracer, source } = this.#options;
    const heard = tracer && (Object.keys(tracer) as TraceEventKind[]);
    return this.#say(real, { begin: { program: source, own, limits, heard } });
  }

  /** A thread that says nothing for so long is given up. */
  #say(real: RealThread, message: ToThread): FromThread {
    const heard = real === this.#stuck ? undefined : real.say(message);
    if (heard) return heard;
    real.stop();
    this.#stuck = real;
    return { emitted: [], ended: { fault: 'a thread of the program has said nothing for too long' } };
  }

  #end(thread: Thread, ended: Ended): void {
    if ('fault' in ended) {
      this.#fault ??= new Error(ended.fault);
      this.#scheduler.stop('limit');
    } else if ('refused' in ended) this.#scheduler.stop(new CourseError(ended.refused));
    else if (ended.stopped !== undefined) {
      this.#stopped = ended.stopped;
      this.#scheduler.stop('limit');
    }
    this.#service.end(thread, 'code' in ended && !thread.isOver ? ended.code : 1);
  }

  #ask({ thread, given, port }: Asked): void {
    const { id, strand, inbox } = thread;
    this.#asked.set(thread, { ...given, thread: id, strand, port, inbox, control: inbox });
  }

  /** All threads know it from now on; the one that has given it does already. */
  #keep(id: number, buffer: SharedArrayBuffer, giver?: Thread): void {
    this.#buffers.set(id, buffer);
    for (const [thread, real] of this.#real) if (thread !== giver) real.give({ id, buffer });
  }

  #emit(emitted: Emitted): void {
    if ('line' in emitted) this.#lines.push(emitted.line);
    else emit(this.#options.tracer ?? {}, emitted.event);
  }

  #emitDecision(threads: readonly Thread[], chosen: number): void {
    const options = threads.map(({ strand, line }) => ({ kind: 'strand', strand, line }) as const);
    const event = { kind: 'decision', at: state.ms, cause: 'threads', options, chosen, usual: 0 } as const;
    emit(this.#options.tracer ?? {}, event);
  }
}

const nothingGiven = { workerData: '', argv: [], threadName: '', environmentData: [] } as const;

function emit(tracer: Tracer, event: TraceEvent): void {
  const hook = tracer[event.kind] as ((event: TraceEvent) => void) | undefined;
  hook?.(event);
}

function missing(id: number): never {
  throw new RangeError(`no shared memory ${id}`);
}
