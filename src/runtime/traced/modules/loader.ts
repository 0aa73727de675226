// The files of a program, loaded as Node loads them: imported statically, by import() or by require().
import { moduleName } from '../compile/available.ts';
import type { RealmGlobals } from '../api/realm-globals.ts';
import { metaOf } from '../api/import-meta.ts';
import { refuseMember } from '../api/refuse.ts';
import type { Environment } from '../engine/environment.ts';
import type { ModuleScope } from '../engine/instrumentation.ts';
import { named } from '../engine/named.ts';
import type { PromiseSlot } from '../engine/promise/slot.ts';
import type { Target } from '../program.ts';
import { Evaluation } from './evaluation.ts';
import { asyncGraphFault, attributeFault, missingFault } from './faults.ts';
import { generatorOf, startedWith } from './generator-of.ts';
import { errorRounds, missingRounds, resultRounds, roundsOfBuiltin, roundsTo } from './import-rounds.ts';
import { exportsName, fillBindings } from './namespace.ts';
import { ModuleRecord } from './record.ts';
import { Scripts } from './scripts.ts';

const moduleJob = () => ({ kind: 'engine', does: 'module' }) as const;

interface End {
  readonly resolve: (value?: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What the code of a file evaluates to. */
export interface Start {
  (...parameters: readonly unknown[]): unknown;
  /** The code of the files beside it. */
  readonly beside?: readonly Start[];
}

/** ms that it takes at least to make a module ready to run for the first time, one of Node as well. */
const loadTime = 1;

export interface LoaderParts {
  readonly environment: Environment;
  readonly shared: RealmGlobals;
  /** The code of each file. */
  readonly starts: readonly Start[];
  /** The `$$` of a file. */
  readonly instrument: (scope: ModuleScope) => object;
  /** The exports of a module of Node. */
  readonly builtin: (name: string) => object;
}

export class ModuleLoader {
  readonly #parts: LoaderParts;
  readonly #records: readonly ModuleRecord[];
  readonly #evaluation: Evaluation;
  readonly #scripts: Scripts;
  /** Modules of Node that an import() has loaded. */
  readonly #builtins = new Set<string>();

  constructor(parts: LoaderParts) {
    const { environment } = parts;
    const { core, promises, operations } = environment;
    this.#parts = parts;
    this.#records = core.program.modules.map((info, index) => new ModuleRecord(index, info));
    this.#evaluation = new Evaluation({
      promises,
      operations,
      resolve: (from, specifier) => this.#resolve(from, specifier),
      execute: (record) => this.#execute(record),
      start: (record, end) => this.#start(record, end),
      caught: (thrown) => core.caught(thrown),
    });
    this.#scripts = new Scripts({
      environment,
      start: (record, parameters) => this.#parts.starts[record.index]?.(this.instrumented(record), ...parameters),
      builtin: parts.builtin,
      record: (index) => this.#record(index),
      requireModule: (record, by) => this.#requireModule(record, by),
    });
  }

  get main(): ModuleRecord {
    return this.#record(0);
  }

  /** Links the program and what it imports, and runs them; the promise of the program. */
  run(): PromiseSlot {
    this.#link(this.main);
    for (const each of this.#graph(this.main)) each.isInstantiated = true;
    return this.#evaluation.evaluate(this.main);
  }

  /** The program as a script. Throws what it throws. */
  runScript(): void {
    this.#scripts.load(this.main, undefined);
  }

  /** Where a file that waits at its top level stands; undefined where only the program itself can. */
  get waitingLine(): number | undefined {
    return this.#records.find(({ frame }) => frame?.state === 'suspended')?.frame?.line;
  }

  #scopeOf(record: ModuleRecord): ModuleScope {
    let meta: object | undefined;
    const { environment, shared, builtin } = this.#parts;
    return {
      meta: () => (meta ??= metaOf(environment, shared, record.info, record.index === 0)),
      importModule: (specifier) => builtin(specifier),
      importLater: (specifier, attributes) => this.#importLater(record, specifier, attributes),
      bindings: (specifier) => this.#resolve(record, specifier).bindings,
      link: (getters) => {
        record.getters = getters;
      },
    };
  }

  /** The `$$` of a file. */
  instrumented(record: ModuleRecord): object {
    return this.#parts.instrument(this.#scopeOf(record));
  }

  #record(index: number): ModuleRecord {
    const record = this.#records[index];
    if (!record) throw new TypeError(`no file ${index} in the program`);
    return record;
  }

  #resolve(from: ModuleRecord, specifier: string): ModuleRecord {
    const target = from.info.imports[specifier];
    if (target?.kind !== 'module') throw new TypeError(`${from.info.file} does not import "${specifier}"`);
    return this.#record(target.index);
  }

  /** The modules that `root` leads to, itself the first, in the order in which they are met. */
  #graph(root: ModuleRecord): ReadonlySet<ModuleRecord> {
    const found = new Set([root]);
    for (const each of found) for (const specifier of each.info.requested) found.add(this.#resolve(each, specifier));
    return found;
  }

  /** Link(): declares everything, so that a function can be called before its module runs. Throws a SyntaxError for a name that nobody exports. */
  #link(root: ModuleRecord): void {
    if (root.linkFault) throw root.linkFault;
    const added = [...this.#graph(root)].filter(({ isLinked }) => !isLinked);
    const resolve = (from: ModuleRecord, specifier: string) => this.#resolve(from, specifier);
    for (const record of added) {
      record.isLinked = true;
      if (record.isCyclic) record.code = this.#declared(record);
    }
    for (const record of added) fillBindings(record, resolve);
    for (const record of added) {
      for (const { from, name } of record.info.imported) {
        if (exportsName(resolve(record, from), name, resolve)) continue;
        root.isInstantiated = true;
        root.linkFault = new SyntaxError(`The requested module '${from}' does not provide an export named '${name}'`);
        throw root.linkFault;
      }
    }
  }

  /** The code of a module, run up to the end of its declarations. */
  #declared(record: ModuleRecord): Generator {
    const code = generatorOf(this.#parts.starts[record.index]?.(this.instrumented(record)));
    code.next();
    return code;
  }

  #execute(record: ModuleRecord): void {
    if (!record.isCyclic) return this.#scripts.evaluate(record);
    const { core } = this.#parts.environment;
    const { code, name } = record;
    if (core.frames.idle && record.index > 0) {
      const body = named(name, () => this.#executeIn(record));
      return this.#parts.environment.strand('callback', body, [])();
    }
    if (record.index > 0) return this.#executeIn(record);
    const { main } = core.frames;
    core.frames.run(main);
    let how: 'return' | 'throw' = 'throw';
    try {
      code?.next(main);
      how = 'return';
    } finally {
      if (!core.halted) core.frames.settle(main, how);
    }
  }

  /** As a call of whoever runs. */
  #executeIn({ code, name, info }: ModuleRecord): void {
    const { frames } = this.#parts.environment.core;
    const frame = frames.call(name, info.askedAt);
    try {
      code?.next(frame);
    } finally {
      frames.leave(frame);
    }
  }

  #start(record: ModuleRecord, end: End): void {
    const { core, functions } = this.#parts.environment;
    const { frames } = core;
    const frame = record.index === 0 ? frames.main : frames.create('async function', record.name, record.info.askedAt);
    record.frame = frame;
    frames.run(frame);
    if (record.code) functions.asyncBlockStart(frame, startedWith(record.code, frame), end);
  }

  /** A module that a script requires: it must not wait anywhere. */
  #requireModule(record: ModuleRecord, by: ModuleRecord): object {
    const waits = [...this.#graph(record)].some(({ info }) => info.hasAwait);
    if (waits) throw asyncGraphFault(record, by);
    this.#link(record);
    for (const each of this.#graph(record)) each.isInstantiated = true;
    const slot = this.#evaluation.evaluate(record);
    if (slot.state === 'rejected') {
      this.#parts.environment.operations.performPromiseThen(slot, { run: () => {}, what: moduleJob });
      throw slot.result;
    }
    return record.bindings.namespace;
  }

  /** import() by `from`; its promise. */
  #importLater(from: ModuleRecord, specifier: string, attributes: unknown): object {
    const { environment, builtin } = this.#parts;
    const { core } = environment;
    const { promise, resolve, reject } = environment.promises.newPromiseCapability();
    if (moduleName(specifier) !== undefined) {
      const isKnown = this.#builtins.has(specifier);
      this.#builtins.add(specifier);
      const exports = builtin(specifier);
      this.#afterRounds(roundsOfBuiltin(isKnown), () => {
        if (!isKnown) core.clock.standStill(loadTime, { what: 'import' });
        this.#afterRounds(resultRounds, () => resolve(exports));
      });
      return promise;
    }
    const target = from.info.imports[specifier] ?? this.#byUrl(specifier);
    const record = target?.kind === 'module' ? this.#record(target.index) : undefined;
    const fault =
      target?.kind === 'missing' ? missingFault(target.error) : record && attributeFault(record, attributes);
    if (fault) this.#afterRounds(missingRounds, () => reject(fault));
    else if (record) this.#importRecord(record, resolve, reject);
    else refuseMember(environment, `module ${specifier}`);
    return promise;
  }

  #importRecord(record: ModuleRecord, resolve: (value: unknown) => void, reject: (error: unknown) => void): void {
    const { core, operations } = this.#parts.environment;
    this.#afterRounds(
      roundsTo(record, (one) => this.#requested(one)),
      () => {
        if (!record.isLinked) core.clock.standStill(loadTime, { what: 'import' });
        if (record.failure && !record.isCyclic)
          return this.#afterRounds(resultRounds, () => reject(record.failure?.error));
        const finish = (settle: () => void, after: number) => this.#afterRounds(after, settle);
        try {
          this.#link(record);
          for (const each of this.#graph(record)) each.isInstantiated = true;
          if (!record.isCyclic) this.#scripts.evaluate(record);
        } catch (thrown) {
          const error = core.caught(thrown);
          if (!record.isCyclic) record.failure = { error };
          return finish(() => reject(error), errorRounds);
        }
        const done = () => resolve(record.bindings.namespace);
        if (!record.isCyclic) return finish(done, resultRounds);
        operations.performPromiseThen(this.#evaluation.evaluate(record), {
          run: (state, value) => finish(state === 'fulfilled' ? done : () => reject(value), resultRounds - 1),
          what: moduleJob,
        });
      },
    );
  }

  #requested(record: ModuleRecord): ModuleRecord[] {
    return record.info.requested.map((specifier) => this.#resolve(record, specifier));
  }

  /** An absolute address of a file of the program. */
  #byUrl(specifier: string): Target | undefined {
    const index = this.#records.findIndex(({ info }) => info.url === specifier);
    return index < 0 ? undefined : { kind: 'module', index };
  }

  #afterRounds(count: number, work: () => void): void {
    const next = (left: number) => {
      if (left === 0) return work();
      this.#parts.environment.taskQueues.enqueueMicrotask(() => next(left - 1), moduleJob);
    };
    next(count);
  }
}
