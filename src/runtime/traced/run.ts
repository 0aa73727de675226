// Runs a compiled program from its first line to its exit, at once and on the virtual clock.
import { CourseError } from '../../error.ts';
import type { Tracer } from '../../trace/events.ts';
import { createGlobalThis } from './api/global-this.ts';
import { createGlobals } from './api/globals.ts';
import type { Globals } from './api/globals.ts';
import { createModules } from './api/modules.ts';
import { globalNames } from './api/names.ts';
import { unsettledText } from './api/uncaught.ts';
import { pathOf } from './compile/compile.ts';
import type { Program } from './compile/compile.ts';
import type { Frame } from './engine/frames.ts';
import { Halt, defaultLimits } from './engine/loop/halt.ts';
import type { Limits, Stopped } from './engine/loop/halt.ts';
import { Loop } from './engine/loop/loop.ts';
import { Environment } from './engine/environment.ts';
import type { Formatter } from './engine/formatter.ts';
import { Instrumentation } from './engine/instrumentation.ts';
import type { OutputLine } from './engine/output-line.ts';
import type { Schedule } from './schedule.ts';
import { withHostPatched } from './host-patches.ts';

export interface TracedOptions {
  /** How values become text: Node's util, or a port of it. */
  readonly formatter: Formatter;
  readonly tracer?: Tracer;
  /** Without one, no time passes but what the program waits for. */
  readonly schedule?: Schedule;
  readonly limits?: Partial<Limits>;
  /** Asked every thousand steps; true ends the run. The only way out by the machine's clock: a run is synchronous. */
  readonly isTimeOver?: () => boolean;
  /** Called for each line at once; it must not throw. */
  readonly onLine?: (line: OutputLine) => void;
}

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
}

/** Runs `program`. Throws a CourseError where it asks for something that the engine does not have. */
export function runTraced(program: Program, options: TracedOptions): TracedRun {
  const { formatter, tracer, schedule, isTimeOver, onLine } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const environment = new Environment(program, formatter, { limits, schedule, tracer, isTimeOver, onLine });
  const globals = createGlobals(environment);
  const ended = withHostPatched(environment, () => toItsEnd(environment, globals));
  const { core, output } = environment;
  const texts = (stream: OutputLine['stream']) =>
    output.lines.filter((line) => line.stream === stream).map(({ text }) => text);
  return { stdout: texts('stdout'), stderr: texts('stderr'), lines: output.lines, elapsed: core.clock.now, ...ended };
}

/** That of timeout(1). */
const stoppedExit = 124;

function toItsEnd(environment: Environment, { ending, ...rest }: Globals): { exit: number; stopped?: Stopped } {
  const { core, output, timers, immediates, poll, taskQueues } = environment;
  const loop = new Loop({ core, taskQueues, timers, immediates, poll, listeners: ending });
  let stopped: Stopped | undefined;
  try {
    loop.run(() => startMain(environment, { ending, ...rest }));
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
  const exit = stopped ? stoppedExit : ending.code;
  if (core.traced) core.emit({ kind: 'exit', code: exit });
  return { exit, ...(stopped && { stopped }) };
}

/** Starts the main program; its error is uncaught once the microtasks before it have run. */
function startMain(environment: Environment, globals: Globals): void {
  const { core, promises, operations, functions } = environment;
  const instrumentation: Instrumentation = new Instrumentation({
    core,
    promises,
    operations,
    functions,
    asyncKinds: environment.asyncKinds,
    iterators: environment.iterators,
    yielding: environment.yielding,
    generatorObject: (state) => environment.generatorObject(state),
    importModule: createModules(environment, globals),
    meta: () => metaOf(core.program),
  });
  const made = core.program.start(instrumentation, ...valuesOf(globals, instrumentation, core.program));
  const { main } = core.frames;
  const end = promises.newPromiseCapability();
  operations.performPromiseThen(end.slot, {
    run: (state, value) => {
      if (state === 'rejected') environment.uncaught(value, 'unhandledRejection');
    },
    what: () => ({ kind: 'engine', does: 'end of main' }),
  });
  core.frames.run(main);
  functions.asyncBlockStart(main, mainGenerator(made, main), end);
}

/** The values of `globalNames`: of those that the text does not name, none. */
function valuesOf({ globals }: Globals, instrumentation: Instrumentation, { uses }: Program): unknown[] {
  const globalThis = createGlobalThis(instrumentation);
  return globalNames.map((name) => {
    if (!uses.has(name)) return undefined;
    return name === 'globalThis' || name === 'global' ? globalThis : globals[name]();
  });
}

function mainGenerator(made: unknown, main: Frame): Generator {
  if (typeof made !== 'function') throw new TypeError('the program has no main generator');
  const body: unknown = Reflect.apply(made, undefined, [main]);
  if (typeof body !== 'function') throw new TypeError('the program has no main generator');
  return Reflect.apply(body, undefined, []) as Generator;
}

function metaOf(program: Program): object {
  const filename = pathOf(program);
  return { url: program.url, filename, dirname: filename.slice(0, filename.lastIndexOf('/')), main: true };
}
