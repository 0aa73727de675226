// A realm in which programs run on the traced engine, one at a time: the globals are Node's as far as the engine has them,
// the rest of the host is gone. After a run everything is put back.
import { CourseError } from '../../../error.ts';
import type { Tracer } from '../../../trace/events.ts';
import { createGlobals } from '../api/globals.ts';
import type { Globals } from '../api/globals.ts';
import { globalNames } from '../api/names.ts';
import type { GlobalName } from '../api/names.ts';
import { createRealmGlobals } from '../api/realm-globals.ts';
import type { RealmGlobals } from '../api/realm-globals.ts';
import { Refusals } from '../api/refusals.ts';
import { refuseMember } from '../api/refuse.ts';
import { ImmediateHandle, Timeout } from '../api/timers.ts';
import { Environment } from '../engine/environment.ts';
import { defaultLimits } from '../engine/loop/halt.ts';
import type { Limits } from '../engine/loop/halt.ts';
import type { OutputLine } from '../engine/output-line.ts';
import { named } from '../engine/named.ts';
import type { Program } from '../program.ts';
import { runProgram } from '../run.ts';
import type { Start, TracedRun } from '../run.ts';
import type { Under } from '../model.ts';
import type { Threaded } from '../threads/hooks.ts';
import { loadFormatter, prepareFormatting, realmFormatter } from './formatter.ts';
import { enumerableGlobals, languageGlobals, realmGlobals, refusedGlobals } from './global-names.ts';
import { unnamedIntrinsics } from './unnamed.ts';
import { Intrinsics } from './intrinsics.ts';
import { natively, patchLanguage } from './patches.ts';
import { watchMutators } from './mutators.ts';
import { watchSharedViews } from './shared-views.ts';
import { replacedByProgram } from './relied.ts';

export interface RunOptions {
  readonly tracer?: Tracer | undefined;
  /** A model, and what is chosen under it. Without one, no time passes but what the program waits for. */
  readonly under?: Under | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Asked every thousand steps; true ends the run. The only way out by the machine's clock: a run is synchronous. */
  readonly isTimeOver?: (() => boolean) | undefined;
  /** Called for each line at once; it must not throw. */
  readonly onLine?: ((line: OutputLine) => void) | undefined;
  /** For a run that is one thread of several. */
  readonly threaded?: Threaded | undefined;
}

const kept: ReadonlySet<PropertyKey> = new Set<PropertyKey>(languageGlobals);

export class World {
  readonly #foreign: object | undefined;
  readonly #refusals = new Refusals(() => this.#current());
  readonly #shared: RealmGlobals;
  readonly #lazy = new Map<GlobalName, () => unknown>();
  #intrinsics: Intrinsics | undefined;
  #environment: Environment | undefined;
  #program: Program | undefined;
  /** The globals of a run that the program names. */
  #names: readonly GlobalName[] = [];
  #globals: Globals | undefined;

  /**
   * Changes the realm for good: call it once, before anything of a program is there. `foreign`: Object.prototype of the
   * realm that calls into this one; absent where there is no other.
   */
  constructor(foreign?: object) {
    this.#foreign = foreign;
    const current = () => this.#current();
    loadFormatter();
    shareMemory();
    bareGlobals();
    prepareFormatting();
    watchMutators(() => this.#intrinsics);
    patchLanguage(current);
    watchSharedViews(current);
    this.#shared = createRealmGlobals(current, this.#refusals);
    this.#refusals.guard('timeout', Timeout.prototype);
    this.#refusals.guard('immediate', ImmediateHandle.prototype);
    const own: Record<(typeof realmGlobals)[number], unknown> = {
      ...this.#shared,
      global: globalThis,
    };
    const makers: readonly (readonly [name: string, make: () => void])[] = [
      ...globalNames.map((name) => [name, () => this.#defineLazily(name)] as const),
      ...Object.entries(refusedGlobals).map(([name, instead]) => [name, () => this.#refuse(name, instead)] as const),
      ...realmGlobals.map((name) => [name, () => define(name, own[name])] as const),
    ];
    // in Node's order, as far as Object.keys shows it
    const order = [...enumerableGlobals];
    for (const [, make] of makers.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))) make();
    Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', configurable: true });
    /(?:)/.exec(''); // what RegExp.$1 and its kin give
    this.#intrinsics = new Intrinsics(
      [...unnamedIntrinsics(), realmFormatter.inspect],
      new Set<PropertyKey>(globalNames),
    );
  }

  /** Runs the program whose code evaluated to `start`. Throws a CourseError for what the engine does not have. */
  run(program: Program, start: Start, { limits, ...options }: RunOptions): TracedRun {
    const environment = new Environment(program, realmFormatter, {
      limits: { ...defaultLimits, ...limits },
      under: options.under,
      tracer: options.tracer,
      isTimeOver: options.isTimeOver,
      onLine: options.onLine,
      threaded: options.threaded,
      ...(this.#foreign && { ownError: (thrown: unknown) => this.#own(thrown) }),
    });
    this.#environment = environment;
    const globals = createGlobals(environment, this.#refusals, this.#shared);
    this.#globals = globals;
    const reachesGlobal = this.#intrinsics?.reachesGlobal(program);
    if (program !== this.#program || reachesGlobal) {
      this.#program = program;
      this.#names = globalNames.filter((name) => program.words.includes(name));
      for (const name of globalNames) this.#defineLazily(name);
    }
    for (const name of this.#names) define(name, globals.globals[name]());
    try {
      return runProgram(environment, globals, start);
    } finally {
      const replaced = replacedByProgram();
      if (replaced !== undefined) refuseReplaced(program, replaced);
    }
  }

  /** Puts everything back as it was before the last run; false where that cannot be done. */
  restore(): boolean {
    if (!this.#environment || !this.#intrinsics) return true;
    return this.#intrinsics.restore(this.#environment.core.program);
  }

  #current(): Environment {
    if (!this.#environment) throw new TypeError('no program runs in this realm');
    return this.#environment;
  }

  /** Made when it is first asked for: a program that is run a thousand times pays for what it names alone. */
  #defineLazily(name: GlobalName): void {
    const get = this.#lazy.get(name) ?? natively(named(`get ${name}`, (): unknown => this.#globals?.globals[name]()));
    this.#lazy.set(name, get);
    Object.defineProperty(globalThis, name, {
      get,
      set: natively(named(`set ${name}`, (value: unknown) => define(name, value))),
      enumerable: enumerableGlobals.has(name),
      configurable: true,
    });
  }

  /** Reading it ends the run; a program may put something of its own there. */
  #refuse(name: string, instead: string | undefined): void {
    Object.defineProperty(globalThis, name, {
      get: natively(named(`get ${name}`, () => refuseMember(this.#current(), name, instead))),
      set: natively(named(`set ${name}`, (value: unknown) => define(name, value))),
      enumerable: enumerableGlobals.has(name),
      configurable: true,
    });
  }

  /** Where the stack is full, a function of the host may be the one that finds it so: the error is then of its realm. */
  #own(thrown: unknown): unknown {
    if (this.#isForeign(thrown)) {
      const { name, message } = thrown as Error;
      return name === 'RangeError' ? new RangeError(message) : new Error(message);
    }
    if (thrown instanceof SuppressedError) {
      // made by the language of what it caught itself (ECMA-262 DisposeResources)
      for (const key of ['error', 'suppressed'] as const) {
        const value = this.#own(thrown[key]);
        if (value !== thrown[key]) Object.defineProperty(thrown, key, { value });
      }
    }
    return thrown;
  }

  #isForeign(thrown: unknown): boolean {
    if (!this.#foreign || typeof thrown !== 'object' || thrown === null) return false;
    for (let at: object | null = thrown; at; at = Reflect.getPrototypeOf(at)) if (at === this.#foreign) return true;
    return false;
  }
}

/** Whatever the run gave, it may be wrong. */
function refuseReplaced({ file }: Program, what: string): never {
  throw new CourseError({
    what: `replacing ${what} is not available in the traced engine`,
    where: { file },
    fix: 'leave it as it is, or run it on the real engine: leave --engine traced out',
  });
}

/** As Node has it: what a program assigns is an ordinary property. */
function define(name: string, value: unknown): void {
  const enumerable = enumerableGlobals.has(name);
  Object.defineProperty(globalThis, name, { value, writable: true, enumerable, configurable: true });
}

/** Takes away all globals that are not the language's, also those that a Worker inherits. */
function bareGlobals(): void {
  for (let holder: object | null = globalThis; holder && holder !== Object.prototype;) {
    for (const key of Reflect.ownKeys(holder)) if (!kept.has(key)) Reflect.deleteProperty(holder, key);
    holder = Reflect.getPrototypeOf(holder);
  }
}

/** A browser hides SharedArrayBuffer where another thread could read a clock through it; a program here is alone. */
function shareMemory(): void {
  if ('SharedArrayBuffer' in globalThis) return;
  const { buffer } = new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true });
  define('SharedArrayBuffer', buffer.constructor);
}
