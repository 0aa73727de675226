// Realms of their own for programs, in this process: contexts of node:vm, each with the whole engine inside. All objects
// of a program and of the engine that it meets are the realm's; the host is held by the engine alone.
import { Script, constants, createContext } from 'node:vm';
import { CourseError } from '../../error.ts';
import type { TraceEvent, Tracer } from '../../trace/events.ts';
import type { Program } from '../traced/program.ts';
import type { Start, TracedRun } from '../traced/run.ts';
import { copied } from '../traced/realm/copy.ts';
import type { RunHooks, RunRequest } from '../traced/realm/door.ts';
import type { Inside, Loaded } from '../traced/realm/inside.ts';
import type { RunOptions } from '../traced/realm/world.ts';
import { engineScript } from './bundle.ts';
import type { Enter } from './bundle.ts';

const engine = new Script(await engineScript(), { filename: 'interleave:engine' });

/** Where Stryker keeps which mutant is on: the engine of a realm must find it, a program does not. */
const mutants = '__stryker__';

export class Realm {
  readonly #context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
  readonly #inside: Inside;
  readonly #loaded = new WeakMap<Program, Loaded>();

  constructor() {
    if (mutants in globalThis) Reflect.set(this.#context, mutants, Reflect.get(globalThis, mutants));
    const enter = engine.runInContext(this.#context) as Enter;
    this.#inside = enter(Object.prototype);
  }

  run(program: Program, options: RunOptions): TracedRun {
    const { tracer, onLine, isTimeOver, under, limits, threaded } = options;
    const request: RunRequest = { under, limits, own: threaded?.own };
    const hooks: RunHooks = {
      isTimeOver,
      onLine: onLine && ((line) => onLine(copied(line))),
      heard: tracer && (Object.keys(tracer) as TraceEvent['kind'][]),
      emit: (event) => emit(tracer ?? {}, copied(event)),
      thread: threaded?.hooks,
    };
    const answer = this.#inside.run(this.#load(program), request, hooks);
    if (answer.kind === 'ended') return copied(answer.run);
    if (answer.kind === 'refused') throw new CourseError(copied(answer.error));
    throw new Error(answer.message);
  }

  restore(): boolean {
    return this.#inside.restore();
  }

  #load(program: Program): Loaded {
    const known = this.#loaded.get(program);
    if (known) return known;
    const loaded = this.#inside.load(program, scriptOf(program).runInContext(this.#context) as Start);
    this.#loaded.set(program, loaded);
    return loaded;
  }
}

/** Parsed once for all realms. */
const scripts = new WeakMap<Program, Script>();

function scriptOf(program: Program): Script {
  const known = scripts.get(program);
  if (known) return known;
  const script = new Script(program.code, { filename: program.url });
  scripts.set(program, script);
  return script;
}

function emit(tracer: Tracer, event: TraceEvent): void {
  const hook = tracer[event.kind] as ((event: TraceEvent) => void) | undefined;
  hook?.(event);
}

let realm: Realm | undefined;

/** Runs `program` in a realm in which no other has left anything. Throws a CourseError for what the engine does not have. */
export function runInRealm(program: Program, options: RunOptions = {}): TracedRun {
  if (!realm?.restore()) realm = new Realm();
  return realm.run(program, options);
}
