// Runs a compiled program from its first line to its exit, at once and on the virtual clock. `realm/world.ts` makes ready
// for it.
import { CourseError } from '../../error.ts';
import { limitExit } from '../exit-codes.ts';
import type { Globals } from './api/globals.ts';
import { createModules } from './api/modules.ts';
import { refuseMember } from './api/refuse.ts';
import { unsettledText } from './api/process/uncaught.ts';
import { Halt } from './engine/loop/halt.ts';
import type { Stopped } from './engine/loop/halt.ts';
import { Loop } from './engine/loop/loop.ts';
import type { Environment } from './engine/environment.ts';
import { Instrumentation } from './engine/instrumentation.ts';
import type { OutputLine } from './engine/output-line.ts';
import type { PromiseSlot } from './engine/promise/slot.ts';
import type { Chosen } from './model.ts';
import { generatorOf } from './modules/generator-of.ts';
import { ModuleLoader } from './modules/loader.ts';
import type { Start } from './modules/loader.ts';

export type { Start } from './modules/loader.ts';

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
  const { core, output, timers, immediates, poll, threadPool, mailbox, taskQueues } = environment;
  const loop = new Loop({ core, taskQueues, timers, immediates, poll, threadPool, mailbox, listeners: ending });
  // a trace has one end: that of the main thread
  const isWhole = core.turns?.isMain ?? true;
  let stopped: Stopped | undefined;
  try {
    const loader = loaderOf(environment, globals, start);
    loop.run(() => startMain(environment, loader, start));
    const { main } = core.frames;
    if (main.state !== 'done') {
      const line = loader.waitingLine ?? main.line;
      if (isWhole && core.traced) core.emit({ kind: 'unsettled', line });
      ending.end(false);
      output.explain(unsettledText(core.program, line));
    } else ending.end(true);
    output.close();
  } catch (error) {
    if (error instanceof CourseError || !(error instanceof Halt)) throw error;
    stopped = error.stopped;
    output.close();
    if (isWhole && stopped && core.traced) core.emit({ kind: 'stop', text: stopped.text });
  }
  const exit = stopped ? limitExit : ending.code;
  if (isWhole && core.traced) core.emit({ kind: 'exit', code: exit });
  return { exit, ...(stopped && { stopped }) };
}

/** Starts the main program; its error is uncaught once the microtasks before it have run. */
function startMain(environment: Environment, loader: ModuleLoader, start: Start): void {
  const { core, promises, operations, functions } = environment;
  const { program } = core;
  const report = (slot: PromiseSlot) =>
    operations.performPromiseThen(slot, {
      run: (state, value) => {
        if (state === 'rejected') environment.uncaught(value, 'unhandledRejection');
      },
      what: () => ({ kind: 'engine', does: 'end of main' }),
    });
  if (program.commonJs) return loader.runScript();
  if (program.isLinked) return report(loader.run());
  const { main } = core.frames;
  core.frames.run(main);
  const generator = generatorOf(start(loader.instrumented(loader.main)), main);
  const end = promises.newPromiseCapability();
  report(end.slot);
  functions.asyncBlockStart(main, generator, end);
}

function loaderOf(environment: Environment, globals: Globals, start: Start): ModuleLoader {
  const { core, promises, operations, functions } = environment;
  return new ModuleLoader({
    environment,
    shared: globals.shared,
    starts: [start, ...(start.beside ?? [])],
    builtin: createModules(environment, globals),
    instrument: (scope) =>
      new Instrumentation({
        core,
        promises,
        operations,
        functions,
        scope,
        asyncKinds: environment.asyncKinds,
        iterators: environment.iterators,
        yielding: environment.yielding,
        generatorObject: (state, prototype) => environment.generatorObject(state, prototype),
        refuse: (what) => refuseMember(environment, what),
      }),
  });
}
