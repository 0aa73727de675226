// Runs a compiled program from its first line to its exit, at once and on the virtual clock. `realm/world.ts` makes ready
// for it.
import { CourseError } from '../../error.ts';
import { limitExit } from '../exit-codes.ts';
import { metaOf, scriptOf } from './api/module-scope.ts';
import type { Globals } from './api/globals.ts';
import { createModules } from './api/modules.ts';
import { refuseMember } from './api/refuse.ts';
import { unsettledText } from './api/process/uncaught.ts';
import type { Core } from './engine/core.ts';
import type { Frame } from './engine/frames.ts';
import { Halt } from './engine/loop/halt.ts';
import type { Stopped } from './engine/loop/halt.ts';
import { Loop } from './engine/loop/loop.ts';
import type { Environment } from './engine/environment.ts';
import { Instrumentation } from './engine/instrumentation.ts';
import type { OutputLine } from './engine/output-line.ts';
import type { Chosen } from './model.ts';

export interface TracedRun {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** Both streams in order. */
  readonly lines: readonly OutputLine[];
  /** 124 where a limit ended the run. */
  readonly exit: number;
  /** Virtual ms from start to exit. */
  readonly elapsed: number;
  /** A limit that ended the run. */
  readonly stopped?: Stopped;
  /** Where it was run under a model. */
  readonly chosen?: Chosen;
}

/** What the code of a program evaluates to. */
export type Start = (...parameters: readonly unknown[]) => unknown;

/** Runs the program of `environment`. Throws a CourseError where it asks for something that the engine does not have. */
export function runProgram(environment: Environment, globals: Globals, start: Start): TracedRun {
  const ended = toItsEnd(environment, globals, start);
  const { core, output } = environment;
  const texts = (stream: OutputLine['stream']) =>
    output.lines.filter((line) => line.stream === stream).map(({ text }) => text);
  const elapsed = core.clock.now;
  const chosen = core.choices?.end();
  return {
    stdout: texts('stdout'),
    stderr: texts('stderr'),
    lines: output.lines,
    elapsed,
    ...ended,
    ...(chosen && { chosen }),
  };
}

function toItsEnd(environment: Environment, globals: Globals, start: Start): { exit: number; stopped?: Stopped } {
  const { ending } = globals;
  const { core, output, timers, immediates, poll, taskQueues } = environment;
  const loop = new Loop({ core, taskQueues, timers, immediates, poll, listeners: ending });
  let stopped: Stopped | undefined;
  try {
    loop.run(() => startMain(environment, globals, start));
    const { main } = core.frames;
    if (main.state !== 'done') {
      if (core.traced) core.emit({ kind: 'unsettled', line: main.line });
      ending.end(false);
      output.explain(unsettledText(core.program, main.line));
    } else ending.end(true);
    output.close();
  } catch (error) {
    if (error instanceof CourseError || !(error instanceof Halt)) throw error;
    stopped = error.stopped;
    output.close();
    if (stopped && core.traced) core.emit({ kind: 'stop', text: stopped.text });
  }
  const exit = stopped ? limitExit : ending.code;
  if (core.traced) core.emit({ kind: 'exit', code: exit });
  return { exit, ...(stopped && { stopped }) };
}

/** Starts the main program; its error is uncaught once the microtasks before it have run. */
function startMain(environment: Environment, globals: Globals, start: Start): void {
  const { core, promises, operations, functions } = environment;
  const importModule = createModules(environment, globals);
  let meta: object | undefined;
  const instrumentation: Instrumentation = new Instrumentation({
    core,
    promises,
    operations,
    functions,
    asyncKinds: environment.asyncKinds,
    iterators: environment.iterators,
    yielding: environment.yielding,
    generatorObject: (state, prototype) => environment.generatorObject(state, prototype),
    importModule,
    meta: () => (meta ??= metaOf(environment, globals.shared)),
    refuse: (what) => refuseMember(environment, what),
  });
  const script = core.program.commonJs ? scriptOf(environment, importModule) : undefined;
  const made = start(instrumentation, ...(script?.parameters ?? []));
  const { main } = core.frames;
  core.frames.run(main);
  const generator = mainGenerator(made, main, script?.exports, script?.parameters);
  if (script) return runScript(core, main, generator);
  const end = promises.newPromiseCapability();
  operations.performPromiseThen(end.slot, {
    run: (state, value) => {
      if (state === 'rejected') environment.uncaught(value, 'unhandledRejection');
    },
    what: () => ({ kind: 'engine', does: 'end of main' }),
  });
  functions.asyncBlockStart(main, generator, end);
}

/** A script runs to its end at once, and throws what it throws. */
function runScript(core: Core, main: Frame, generator: Generator): void {
  let how: 'return' | 'throw' = 'throw';
  try {
    generator.next();
    how = 'return';
  } finally {
    if (!core.halted) core.frames.settle(main, how);
  }
}

function mainGenerator(made: unknown, main: Frame, self: unknown, parameters: readonly unknown[] = []): Generator {
  if (typeof made !== 'function') throw new TypeError('the program has no main generator');
  const body: unknown = Reflect.apply(made, undefined, [main]);
  if (typeof body !== 'function') throw new TypeError('the program has no main generator');
  return Reflect.apply(body, self, parameters) as Generator;
}
