// Runs a program of a reader in a Worker of its own, which is ended with the run, whatever the program does.
// `runInWorker` says what a policy has to allow.
import { CourseError } from '../../error.ts';
import type { TraceEvent } from '../../trace/events.ts';
import type { Limits, Stopped } from '../traced/engine/loop/halt.ts';
import type { OutputLine } from '../traced/engine/output-line.ts';
import { parseAnswer } from './messages.ts';
import type { Answer, RunMessage, TraceDetail } from './messages.ts';
import { holdToken } from './token.ts';

export interface WorkerProgram {
  readonly text: string;
  /** As errors name it. */
  readonly file: string;
  /** The address under which stack traces name it. */
  readonly url?: string;
}

export interface WorkerOptions {
  /** Aborting it ends the run; what was printed stays. */
  readonly signal?: AbortSignal;
  /** The engine's own limits; its defaults if absent. */
  readonly limits?: Partial<Limits>;
  /** ms on the machine's clock, from the moment at which the Worker can run; 2,000 if absent. */
  readonly timeLimit?: number;
  /** The token of a schedule of this program, to run it under. Without one no time passes but what the program waits for. */
  readonly token?: string;
  /** Ask for the events of the run, too. */
  readonly trace?: TraceDetail;
  /** Called for each line as soon as it has come, in order. */
  readonly onLine?: (line: OutputLine) => void;
  /** How the Worker is started, where the site's own bundle cannot be. */
  readonly start?: () => Worker;
}

export interface WorkerRun {
  readonly lines: readonly OutputLine[];
  /** Empty without `trace`. */
  readonly events: readonly TraceEvent[];
  /** undefined where the Worker was ended from outside. */
  readonly exit: number | undefined;
  /** Virtual ms from start to exit; undefined where the Worker was ended from outside. */
  readonly elapsed: number | undefined;
  /** What ended the run before its time: a limit of the engine, the time limit, or `interrupt` for the signal. */
  readonly stopped: { readonly reason: Stopped['reason'] | 'interrupt'; readonly text: string } | undefined;
}

const defaultTimeLimit = 2000;
/** ms after its time limit that the engine has to end the run itself, with its trace, before the Worker is ended. */
const grace = 250;

/**
 * Runs `program` to its end. Rejects with a CourseError for what the engine cannot run (`course`), for a token that is of another
 * program or does not fit its run (`misuse`), and where the browser does not let the Worker start or compile (`missing`).
 *
 * The policy of the page has to allow `worker-src 'self'`, and never 'unsafe-eval': the Worker turns text into code by one
 * indirect eval, but it takes its policy from its own response, not from a page's meta element. Where a server sends a
 * policy with it, the narrowest that works is `default-src 'none'; script-src 'unsafe-eval'`; under it a program reaches
 * no network. A static host sends none: there the engine alone keeps a program from what the Worker could reach
 * (../traced/realm/), by taking it away. So start only what the reader has seen.
 */
export async function runInWorker(program: WorkerProgram, options: WorkerOptions = {}): Promise<WorkerRun> {
  const { signal, token, start = startWorker } = options;
  if (token !== undefined) await holdToken(token, program.text);
  if (signal?.aborted) return { lines: [], events: [], ...interrupted };
  const worker = started(start);
  const ended = new AbortController();
  try {
    return await running(worker, program, options, ended.signal);
  } finally {
    ended.abort();
    worker.terminate();
  }
}

type Ending = Pick<WorkerRun, 'exit' | 'elapsed' | 'stopped'>;

const fromOutside = { exit: undefined, elapsed: undefined } as const;
const interrupted: Ending = { ...fromOutside, stopped: { reason: 'interrupt', text: 'stopped: it was interrupted' } };
const overdue: Ending = { ...fromOutside, stopped: { reason: 'time', text: 'stopped: its time is over' } };

/** `ended` takes every listener and timer away. */
function running(
  worker: Worker,
  program: WorkerProgram,
  options: WorkerOptions,
  ended: AbortSignal,
): Promise<WorkerRun> {
  const { timeLimit = defaultTimeLimit, onLine } = options;
  const { promise, resolve, reject } = Promise.withResolvers<WorkerRun>();
  const lines: OutputLine[] = [];
  const events: TraceEvent[] = [];
  const end = (ending: Ending) => resolve({ lines, events, ...ending });
  let isReady = false;
  const answers: { readonly [K in Answer['kind']]: (answer: Extract<Answer, { kind: K }>) => void } = {
    ready: () => {
      isReady = true;
      const timer = setTimeout(() => end(overdue), timeLimit + grace);
      ended.addEventListener('abort', () => clearTimeout(timer));
      worker.postMessage(messageOf(program, { ...options, timeLimit }));
    },
    line: ({ line }) => {
      lines.push(line);
      onLine?.(line);
    },
    events: (answer) => void events.push(...answer.events),
    end: ({ exit, elapsed, stopped }) => end({ exit, elapsed, stopped }),
    refused: ({ error }) => reject(new CourseError(error)),
    fault: ({ message }) => reject(new Error(message)),
  };
  const hear = ({ data }: MessageEvent<unknown>) => {
    try {
      const answer = parseAnswer(data);
      (answers[answer.kind] as (answer: Answer) => void)(answer);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  worker.addEventListener('message', hear, { signal: ended });
  const fail = ({ message }: ErrorEvent) => reject(isReady ? new Error(message) : notStarted());
  worker.addEventListener('error', fail, { signal: ended });
  options.signal?.addEventListener('abort', () => end(interrupted), { signal: ended });
  return promise;
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function started(start: () => Worker): Worker {
  try {
    return start();
  } catch {
    throw notStarted();
  }
}

function messageOf({ text, file, url }: WorkerProgram, options: WorkerOptions & { timeLimit: number }): RunMessage {
  const { token, limits, timeLimit, trace } = options;
  return {
    text,
    file,
    timeLimit,
    ...(url !== undefined && { url }),
    ...(token !== undefined && { token }),
    ...(limits && { limits }),
    ...(trace && { trace }),
  };
}

function notStarted(): CourseError {
  return new CourseError({
    what: 'the browser did not start the Worker in which programs run',
    fix: 'allow workers of this site, or run the program in a terminal',
    kind: 'missing',
  });
}
