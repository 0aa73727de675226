// Runs a Python program of threads under schedules: one thread at a time, and another goes on only where the schedule says so.
// One CPython answers many batches; each schedule finds the process as a new one would be.
import { dirname, join } from 'node:path';
import { CourseError } from '../../error.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { formatDeviations } from '../../explore/token.ts';
import { readJson } from '../../json.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { Search } from '../cpython/cpython.ts';
import type { Model } from '../models.ts';
import { programEnvironment } from '../process/environment.ts';
import type { Command } from '../process/run.ts';
import { cannotRunPython } from '../schedules/stopped-python.ts';
import type { ProgramToTrace } from '../trace-on.ts';
import { virtualCommand } from '../virtual/cpython.ts';
import type { Stopped } from '../virtual/stopped.ts';
import { answerSchema } from './answers.ts';
import type { Answer, ThreadOutcome } from './answers.ts';
import { Conversation } from './conversation.ts';

/**
 * When another thread may go on. `usual`: where the running one cannot; `gil`: also where CPython with its lock looks, at calls,
 * loops and waits; `any`: between any two operations on what threads share, as without that lock.
 */
const threadModels = ['usual', 'gil', 'any'] as const satisfies readonly Model[];
export type ThreadModel = (typeof threadModels)[number];

/** Throws a RangeError for a model of another engine. */
export function threadModelOf(model: Model): ThreadModel {
  const known = threadModels.find((one) => one === model);
  if (known === undefined) throw new RangeError(`threads take turns under no model ${model}`);
  return known;
}

interface ThreadLimits {
  /** Places that a run passes at most; 20,000 if absent. It ends with exit code 124 there. */
  readonly places?: number;
  /** How many schedules one fork of the process runs at most, before it makes room for a new one; 50 if absent. */
  readonly share?: number;
  /**
   * ms of the machine's clock without an answer after which the program counts as stuck. Absent: 90,000, which is more than CPython
   * itself gives a run; in Pyodide, which has no such limit, 20,000.
   */
  readonly silence?: number;
}

export interface ThreadRequest {
  /** CPython if absent. Pyodide runs all schedules in one process, and no program with a loop of asyncio beside its threads. */
  readonly engine?: 'cpython' | 'pyodide';
  readonly model: ThreadModel;
  readonly limits?: ThreadLimits;
  /** Whether each run has its records; it has a process of its own then. Not in Pyodide. */
  readonly traced?: boolean;
  /** Aborting it ends the process; a batch that is under way gives the runs that it has. */
  readonly signal?: AbortSignal;
}

/** `file` is its absolute path, `path` what people call it. */
export type ThreadFile = Pick<ProgramToTrace, 'file' | 'path'>;

const usualSilence = { cpython: 90_000, pyodide: 20_000 };

export class ThreadProgram {
  readonly #program: ThreadFile;
  readonly #conversation: Conversation;
  readonly #request: ThreadRequest;

  private constructor(program: ThreadFile, conversation: Conversation, request: ThreadRequest) {
    this.#program = program;
    this.#conversation = conversation;
    this.#request = request;
    request.signal?.addEventListener('abort', () => void this.stop(), { once: true });
  }

  /** Throws a CourseError (`missing`) without a CPython. */
  static async start(
    root: string,
    program: ThreadFile,
    request: ThreadRequest,
    search: Search = {},
  ): Promise<ThreadProgram> {
    const { file } = program;
    const command = request.engine === 'pyodide' ? pyodideCommand(file) : await cpythonCommand(root, file, search);
    return new ThreadProgram(program, new Conversation(command), request);
  }

  /**
   * The runs of these schedules, in their order; fewer where `signal` was aborted. Throws CannotRun where the program cannot be run
   * so, and a CourseError (`misuse`) where a schedule does not fit it.
   */
  async run(schedules: readonly Schedule[]): Promise<Run<ThreadOutcome>[]> {
    const { model, limits = {}, traced = false, signal } = this.#request;
    if (signal?.aborted || schedules.length === 0) return [];
    this.#conversation.say(JSON.stringify({ schedules, model, limits, traced }));
    const runs: Run<ThreadOutcome>[] = [];
    for (const schedule of schedules) {
      const answer = await this.#answer();
      if (answer === undefined) break;
      if ('misfit' in answer) throw misfit(schedule, answer.misfit);
      if ('stopped' in answer) throw this.#cannotRun(answer.stopped);
      runs.push(answer);
    }
    return runs;
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    await this.#conversation.stop();
  }

  /** Undefined where `signal` was aborted. */
  async #answer(): Promise<Answer | undefined> {
    const { engine = 'cpython', limits, signal } = this.#request;
    const silence = limits?.silence ?? usualSilence[engine];
    const patience = { isOver: false };
    const timer = setTimeout(() => {
      patience.isOver = true;
      void this.stop();
    }, silence);
    const line = await this.#conversation.hear();
    clearTimeout(timer);
    if (signal?.aborted) return undefined;
    const answer = readJson(answerSchema, line ?? '');
    if (answer) return answer;
    if (patience.isOver) throw this.#cannotRun({ why: 'endless', what: `no answer for ${silence} ms` });
    throw this.#cannotRun({ why: 'died', what: this.#conversation.complaint() ?? 'the process ended' });
  }

  #cannotRun(stopped: Stopped): Error {
    return cannotRunPython(this.#program, stopped, 'with threads that take turns');
  }
}

function misfit({ deviations }: Schedule, why: string): CourseError {
  return new CourseError({
    what: `the schedule "${formatDeviations(deviations)}" does not fit the run: ${why}`,
    fix: 'take the token as it was printed, for the program as it was then and the same model',
    kind: 'misuse',
  });
}

async function cpythonCommand(root: string, file: string, search: Search): Promise<Command> {
  const { executable } = await locateCpython(root, [], search);
  return virtualCommand(executable, 'turns.py', [file], dirname(file));
}

function pyodideCommand(file: string): Command {
  const picture = join(import.meta.dirname, '..', '..', '..', '.cache', 'pyodide-turns.snapshot');
  const args = [join(import.meta.dirname, 'pyodide-host.ts'), picture, file];
  return { command: process.execPath, args, cwd: dirname(file), env: programEnvironment() };
}
