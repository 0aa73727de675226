// Runs a Python program of threads under schedules: one thread at a time, and another goes on only where the schedule says so.
// One CPython answers many batches; each schedule finds the process as a new one would be.
import { dirname, join } from 'node:path';
import { CourseError } from '../../error.ts';
import type { Run } from '../../explore/decision.ts';
import type { Schedule } from '../../explore/schedule.ts';
import { readJson } from '../../json.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { Search } from '../cpython/cpython.ts';
import { programEnvironment } from '../process/environment.ts';
import type { Command } from '../process/run.ts';
import { virtualCommand } from '../virtual/cpython.ts';
import { answerSchema, runOf } from './answers.ts';
import type { ThreadOutcome } from './answers.ts';
import { Conversation } from './conversation.ts';

/**
 * When another thread may go on. `gil`: where CPython with its lock looks, at calls, loops and waits; `any`: between any two
 * operations on what threads share, as without that lock.
 */
export type ThreadModel = 'gil' | 'any';

interface ThreadLimits {
  /** Places that a run passes at most; 20,000 if absent. It ends with exit code 124 there. */
  readonly places?: number;
  /** How many schedules one fork of the process runs at most, before it makes room for a new one; 50 if absent. */
  readonly share?: number;
  /** ms of the machine's clock without an answer after which the program counts as stuck; 10,000 if absent. */
  readonly silence?: number;
}

export interface ThreadRequest {
  /** CPython if absent. Pyodide runs all schedules in one process, and no program with a loop of asyncio beside its threads. */
  readonly engine?: 'cpython' | 'pyodide';
  readonly model: ThreadModel;
  readonly limits?: ThreadLimits;
  /** Whether each decision has its ways and what ran because of it, which reductions of a search need. */
  readonly detailed?: boolean;
  /** Aborting it ends the process; a batch that is under way gives the runs that it has. */
  readonly signal?: AbortSignal;
}

const usualSilence = 10_000;

export class ThreadProgram {
  readonly #file: string;
  readonly #conversation: Conversation;
  readonly #request: ThreadRequest;

  private constructor(file: string, conversation: Conversation, request: ThreadRequest) {
    this.#file = file;
    this.#conversation = conversation;
    this.#request = request;
    request.signal?.addEventListener('abort', () => void this.stop(), { once: true });
  }

  /** `file` is an absolute path. Throws a CourseError (`missing`) without a CPython. */
  static async start(root: string, file: string, request: ThreadRequest, search: Search = {}): Promise<ThreadProgram> {
    if (request.engine === 'pyodide') return new ThreadProgram(file, new Conversation(pyodideCommand(file)), request);
    const { executable } = await locateCpython(root, [], search);
    return new ThreadProgram(
      file,
      new Conversation(virtualCommand(executable, 'turns.py', [file], dirname(file))),
      request,
    );
  }

  /**
   * The runs of these schedules, in their order; fewer where `signal` was aborted. Throws a CourseError: a schedule does not
   * fit the program, or the program ends its process or never comes to a place.
   */
  async run(schedules: readonly Schedule[]): Promise<Run<ThreadOutcome>[]> {
    const { model, limits = {}, detailed = false, signal } = this.#request;
    if (signal?.aborted || schedules.length === 0) return [];
    this.#conversation.say(JSON.stringify({ schedules, model, limits, detailed }));
    const runs: Run<ThreadOutcome>[] = [];
    for (const schedule of schedules) {
      const answer = await this.#answer(limits.silence ?? usualSilence);
      if (signal?.aborted) break;
      if ('error' in answer) throw this.#fault(`schedule ${JSON.stringify(schedule.deviations)}: ${answer.error}`);
      runs.push(runOf(answer));
    }
    return runs;
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    await this.#conversation.stop();
  }

  async #answer(silence: number) {
    const patience = { isOver: false };
    const timer = setTimeout(() => {
      patience.isOver = true;
      void this.stop();
    }, silence);
    const line = await this.#conversation.hear();
    clearTimeout(timer);
    if (this.#request.signal?.aborted) return { error: 'aborted' };
    const answer = readJson(answerSchema, line ?? '');
    if (answer) return answer;
    throw this.#fault(
      patience.isOver ? `no answer for ${silence} ms` : (this.#conversation.complaint() ?? 'the process ended'),
    );
  }

  #fault(why: string): CourseError {
    return new CourseError({
      what: `${this.#file} could not be run with threads that take turns: ${why}`,
      fix: 'let the program neither end its process nor wait for anything outside of it',
    });
  }
}

function pyodideCommand(file: string): Command {
  const picture = join(import.meta.dirname, '..', '..', '..', '.cache', 'pyodide-turns.snapshot');
  const args = [join(import.meta.dirname, 'pyodide-host.ts'), picture, file];
  return { command: process.execPath, args, cwd: dirname(file), env: programEnvironment() };
}
