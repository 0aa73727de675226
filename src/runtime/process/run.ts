// Runs one child in a process group of its own and says what it printed, when, on which stream and how it ended.
// Whatever way the run ends, nothing of the group is left alive and no open pipe can hold us up.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { CourseError } from '../../error.ts';
import type { Line, Stream } from '../../trace/recording.ts';
import { limits } from '../engine.ts';
import type { RunRequest, Stop } from '../engine.ts';
import { guardOver } from '../sandbox/guard.ts';
import type { GuardLimits } from '../sandbox/guard.ts';
import { endTagged, ownGroup, runTag, signalGroup } from './group.ts';
import { LineSplitter } from './lines.ts';
import { watchOver } from './watch.ts';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A run, and what all its processes may use together. */
export interface ProcessRequest extends RunRequest {
  readonly guard?: GuardLimits;
}

export interface ProcessResult {
  readonly lines: readonly Line[];
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: Stop | undefined;
  /** ms from start to exit. */
  readonly elapsed: number;
}

/** ms between the polite signal and the one that cannot be refused. */
export const patience = 300;

/** ms that pipes may stay open after the child's exit, held by a process that left the group. */
const drainTime = 200;

let runs = 0;

/**
 * Runs `command` to its end, to a limit of `request` or until `request.signal` aborts.
 * Rejects with a CourseError (`missing`) if the child cannot be started, and with what `onLine` threw.
 */
export function runProcess(command: Command, request: ProcessRequest): Promise<ProcessResult> {
  if (request.signal?.aborted) {
    return Promise.resolve({ lines: [], exit: null, signal: null, stopped: 'interrupt', elapsed: 0 });
  }
  return new ChildRun(command, request).result;
}

class ChildRun {
  readonly result: Promise<ProcessResult>;
  readonly #request: ProcessRequest;
  readonly #tag = `${process.pid}-${(runs += 1)}`;
  readonly #child: ChildProcess;
  readonly #started = performance.now();
  readonly #lines: Line[] = [];
  readonly #flush: (() => void)[] = [];
  #room: number;
  /** ms; set when the child has exited. */
  #elapsed: number | undefined;
  /** What it printed last is not a whole line. */
  #isAsking = false;
  #stopped: Stop | undefined;
  #failure: Error | undefined;

  constructor(command: Command, request: ProcessRequest) {
    this.#request = request;
    this.#room = request.outputLimit ?? limits.output;
    this.#child = spawn(command.command, command.args, {
      cwd: command.cwd,
      env: { ...command.env, [runTag]: this.#tag },
      stdio: [request.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      detached: ownGroup,
      windowsHide: true,
    });
    this.#read('stdout', this.#child.stdout);
    this.#read('stderr', this.#child.stderr);
    this.result = this.#settle(command);
  }

  async #settle(command: Command): Promise<ProcessResult> {
    const closed = this.#closed(command);
    const timer: NodeJS.Timeout = setTimeout(() => {
      if (this.#isAsking && this.#request.input?.isTerminal) timer.refresh();
      else this.#stop('time limit');
    }, this.#request.timeLimit ?? limits.time);
    const leaveInput = this.#passInput(() => timer.refresh());
    const leaveGuard = this.#guard();
    const abort = () => this.#stop('interrupt');
    this.#request.signal?.addEventListener('abort', abort, { once: true });
    const unwatch = watchOver({
      kill: () => this.#kill(),
      interrupt: async () => {
        abort();
        await closed.catch(() => undefined);
      },
    });
    try {
      const { exit, signal } = await closed;
      if (this.#failure) throw this.#failure;
      return { lines: this.#lines, exit, signal, stopped: this.#stopped, elapsed: this.#now() };
    } finally {
      clearTimeout(timer);
      leaveInput();
      leaveGuard();
      this.#request.signal?.removeEventListener('abort', abort);
      unwatch();
    }
  }

  /** Resolves when the child has exited, its group is gone and its pipes are read to the end. */
  #closed(command: Command): Promise<{ exit: number | null; signal: NodeJS.Signals | null }> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      child.once('error', (error) => reject(cannotStart(command, error)));
      child.once('exit', () => {
        this.#elapsed = this.#now();
        this.#kill();
        this.#drain();
      });
      child.once('close', (exit, signal) => {
        for (const flush of this.#flush) flush();
        resolve({ exit, signal });
      });
    });
  }

  /**
   * Cuts the pipes after `drainTime`, if they are still open. Our own loop may be late, and a timer that is due comes before
   * what lies in a pipe; an immediate comes after one look at the pipes.
   */
  #drain(): void {
    let cut: NodeJS.Immediate | undefined;
    const drain = setTimeout(() => {
      cut = setImmediate(() => this.#cut());
    }, drainTime);
    this.#child.once('close', () => {
      clearTimeout(drain);
      clearImmediate(cut);
    });
  }

  /** A program that ends without reading all closes its end of the pipe, which is no error. */
  #passInput(heard: () => void): () => void {
    const { stdin } = this.#child;
    const { input } = this.#request;
    if (!stdin || !input) return () => undefined;
    stdin.on('error', () => undefined);
    return input.into(stdin, heard);
  }

  #guard(): () => void {
    const { guard } = this.#request;
    const { pid } = this.#child;
    if (!guard || pid === undefined) return () => undefined;
    return guardOver(pid, guard, (limit) => {
      this.#stop(limit);
      this.#kill();
    });
  }

  /** The first reason counts. Output that comes later is read, so that nobody waits for us, but not kept. */
  #stop(reason: Stop): void {
    if (this.#stopped !== undefined || this.#elapsed !== undefined || this.#child.pid === undefined) return;
    this.#stopped = reason;
    signalGroup(this.#child.pid, 'SIGTERM');
    const insist = setTimeout(() => this.#kill(), patience);
    this.#child.once('exit', () => clearTimeout(insist));
  }

  /** Somebody still holds a pipe open: one who was just starting when the others were ended, or one whom we cannot see. */
  #cut(): void {
    endTagged(this.#tag);
    for (const stream of this.#child.stdio) stream?.destroy();
  }

  #kill(): void {
    if (this.#child.pid !== undefined) signalGroup(this.#child.pid, 'SIGKILL');
    endTagged(this.#tag);
  }

  #read(name: Stream, stream: Readable | null): void {
    const splitter = new LineSplitter();
    stream?.on('data', (chunk: Buffer) => {
      const kept = chunk.subarray(0, this.#room);
      this.#room -= kept.length;
      this.#keep(name, splitter.push(kept));
      this.#isAsking = splitter.unfinished !== '';
      if (this.#isAsking) this.#request.onUnfinished?.({ stream: name, text: splitter.unfinished });
      if (kept.length < chunk.length) this.#stop('output limit');
    });
    this.#flush.push(() => this.#keep(name, splitter.end()));
  }

  #keep(stream: Stream, texts: readonly string[]): void {
    const at = this.#now();
    for (const text of texts) {
      if (this.#failure) return;
      const line: Line = { at, stream, text };
      this.#lines.push(line);
      try {
        this.#request.onLine?.(line);
      } catch (error) {
        this.#failure = error instanceof Error ? error : new Error(String(error));
        this.#stop('interrupt');
      }
    }
  }

  /** ms since the start; stands still from the exit on, so that no line seems to come after it. */
  #now(): number {
    return this.#elapsed ?? Math.round((performance.now() - this.#started) * 10) / 10;
  }
}

function cannotStart(command: Command, error: Error): CourseError {
  return new CourseError({
    what: `cannot start "${command.command}" in ${command.cwd}: ${error.message}`,
    fix: 'see what is missing with `npm run course -- doctor`',
    kind: 'missing',
  });
}
