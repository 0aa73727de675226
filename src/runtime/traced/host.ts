// The traced engine as an engine of the course: runs a file in this process, on the virtual clock, in a realm of its own.
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Strand, Line } from '../../trace/recording.ts';
import type { TraceStrandKind } from '../../trace/events.ts';
import { CourseError, partsOf } from '../../error.ts';
import { limits } from '../engine.ts';
import type { Engine, RunRequest, RunResult, Stop } from '../engine.ts';
import { isCommonJs } from '../node/module-kind.ts';
import { filesOf } from '../node/files-of.ts';
import { findBeside } from '../node/find-beside.ts';
import { startFault } from '../node/start-fault.ts';
import { InvalidProgram, compile } from './compile/compile.ts';
import type { Program } from './program.ts';
import type { StopReason } from './engine/loop/halt.ts';
import { runInRealm } from '../realm/realm.ts';

/** What the course calls the reasons of the engine. */
const stops: Record<StopReason, Stop> = {
  steps: 'time limit',
  time: 'time limit',
  wait: 'time limit',
  events: 'output limit',
  lines: 'output limit',
  output: 'output limit',
};

/** The traced engine. It is part of the course, so there is nothing to look for. */
export function findTraced(): Engine {
  return { name: 'traced', version: '1', language: 'ts', provides: new Set(), packages: {}, run };
}

/** Compiles the program in `file`: stack traces name it as Node would, refusals by its path from the current folder. */
export function compileFile(file: string): Program {
  return compileText(readFileSync(file, 'utf8'), file, fromHere(file));
}

/**
 * Compiles `text` as the program in `file`, as the kind of module that Node takes it for. `shown`: how refusals name it. What
 * Node would not start either is said to be wrong, before anything that this engine alone does not have.
 */
export function compileText(text: string, file: string, shown = file): Program {
  try {
    return compile(text, {
      file: shown,
      url: pathToFileURL(file).href,
      commonJs: isCommonJs(file, text),
      find: findBeside,
      files: filesOf(file),
    });
  } catch (error) {
    const fault = error instanceof CourseError ? startFault(file, shown, text) : undefined;
    throw fault ? new InvalidProgram(partsOf(fault)) : error;
  }
}

function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path.replaceAll(sep, '/');
}

/**
 * Rejects with a CourseError for what the engine cannot run. The run is over before the promise is. A run that a limit
 * ended looks as in a process of its own: ended by a signal, after ms of the machine's clock.
 */
function run({
  file,
  timeLimit = limits.time,
  outputLimit = limits.output,
  observe,
  onLine,
}: RunRequest): Promise<RunResult> {
  return Promise.try(() => {
    const start = performance.now();
    const strands: Strand[] = [{ id: 0, kind: 'main', name: 'main' }];
    const result = runInRealm(compileFile(file), {
      isTimeOver: () => performance.now() > start + timeLimit,
      limits: { steps: Infinity, lines: Infinity, output: outputLimit, events: Infinity },
      ...(observe && {
        tracer: { create: ({ strand, strandKind, name }) => strands.push(strandOf(strand, strandKind, name)) },
      }),
    });
    const lines = result.lines.map(({ at, stream, text, strand }): Line =>
      observe ? { at, stream, text, strand } : { at, stream, text },
    );
    for (const line of lines) onLine?.(line);
    const { elapsed, exit, stopped } = result;
    const stop = stopped && stops[stopped.reason];
    if (!stop) return { lines, strands, exit, signal: null, elapsed, stopped: undefined };
    return { lines, strands, exit: null, signal: 'SIGTERM', elapsed: performance.now() - start, stopped: stop };
  });
}

function strandOf(id: number, kind: TraceStrandKind, name: string): Strand {
  if (kind === 'async generator') return { id, kind: 'generator', name };
  switch (kind) {
    case 'then callback':
    case 'microtask callback':
    case 'nextTick callback':
    case 'timer callback':
    case 'interval callback':
    case 'immediate callback':
    case 'message callback':
      return { id, kind: 'callback', name };
    default:
      return { id, kind, name };
  }
}
