// Scripts and JSON files, as require() loads them: each runs once, at once, and what it has exported so far is what a cycle sees.
// Counterpart: Module of Node's lib/internal/modules/cjs/loader.js.
import { moduleName } from '../compile/available.ts';
import { coded } from '../api/arguments.ts';
import { refuseMember } from '../api/refuse.ts';
import type { Environment } from '../engine/environment.ts';
import type { Frame } from '../engine/frames.ts';
import { named } from '../engine/named.ts';
import { unresolvedFault } from './faults.ts';
import { generatorOf } from './generator-of.ts';
import { requiredNamespace } from './namespace.ts';
import type { ModuleRecord, ScriptModule } from './record.ts';

export interface ScriptParts {
  readonly environment: Environment;
  /** What the code of a file gives for the parameters of its wrapper. */
  readonly start: (record: ModuleRecord, parameters: readonly unknown[]) => unknown;
  readonly builtin: (name: string) => object;
  readonly record: (index: number) => ModuleRecord;
  /** Runs an ES module for a script; its namespace. */
  readonly requireModule: (record: ModuleRecord, by: ModuleRecord) => object;
}

export class Scripts {
  readonly #parts: ScriptParts;
  #main: ScriptModule | undefined;
  /** `require.cache` */
  readonly #cache = Object.create(null) as Record<string, ScriptModule>;

  constructor(parts: ScriptParts) {
    this.#parts = parts;
  }

  /** For an ES module that imports it: runs it if it has not begun. */
  evaluate(record: ModuleRecord): void {
    if (!record.script) this.load(record, undefined);
  }

  /** Its exports. Throws what it throws, and would then be run again. */
  load(record: ModuleRecord, parent: ScriptModule | undefined): unknown {
    const { info, index } = record;
    const folder = folderOf(info.path);
    const id = index === 0 ? '.' : info.path;
    const module: ScriptModule = Object.assign(Object.create(prototypeOf(parent, index === 0)) as object, {
      id,
      path: folder,
      exports: {},
      filename: info.path,
      loaded: false,
      children: [],
      paths: pathsOf(folder),
    });
    if (index === 0) this.#main = module;
    record.script = module;
    this.#cache[info.path] = module;
    parent?.children.push(module);
    if (info.json !== undefined) module.exports = jsonOf(info.path, info.json);
    else this.#run(record, module);
    module.loaded = true;
    return module.exports;
  }

  #run(record: ModuleRecord, module: ScriptModule): void {
    const { core } = this.#parts.environment;
    const { path } = record.info;
    const parameters = [module.exports, this.#requireOf(record, module), module, path, folderOf(path)];
    const isMain = record.index === 0;
    const frame = isMain ? core.frames.main : core.frames.call(record.name, record.info.askedAt);
    core.frames.run(frame);
    let how: 'return' | 'throw' = 'throw';
    try {
      generatorOf(this.#parts.start(record, parameters), frame, parameters).next();
      how = 'return';
    } catch (thrown) {
      record.script = undefined;
      Reflect.deleteProperty(this.#cache, path);
      throw thrown;
    } finally {
      if (!core.halted) end(core.frames, frame, how);
    }
  }

  #requireOf(record: ModuleRecord, module: ScriptModule): object {
    const { environment } = this.#parts;
    const require = named('require', (specifier: unknown): unknown => this.#require(record, module, specifier));
    const resolve = named('resolve', (specifier: unknown): unknown => {
      if (typeof specifier === 'string' && moduleName(specifier)) return specifier;
      const target = this.#target(record, specifier);
      return target ? target.info.path : refuseMember(environment, `require.resolve of "${String(specifier)}"`);
    });
    const extensions = { get: () => refuseMember(environment, 'require.extensions'), enumerable: true };
    Object.assign(require, { resolve, main: this.#main });
    return Object.assign(Object.defineProperty(require, 'extensions', extensions), { cache: this.#cache });
  }

  #require(record: ModuleRecord, module: ScriptModule, specifier: unknown): unknown {
    if (typeof specifier !== 'string') return refuseMember(this.#parts.environment, `module ${String(specifier)}`);
    if (moduleName(specifier)) {
      const found = this.#parts.builtin(specifier);
      return 'default' in found ? found.default : found;
    }
    const target = this.#target(record, specifier);
    if (!target) return refuseMember(this.#parts.environment, `module ${specifier}`);
    if (target.info.format === 'module') return requiredNamespace(this.#parts.requireModule(target, record));
    return target.script ? target.script.exports : this.load(target, module);
  }

  /** Throws Node's error for what is nowhere. */
  #target(record: ModuleRecord, specifier: unknown): ModuleRecord | undefined {
    const target = record.info.requires[String(specifier)];
    if (target?.kind === 'missing') throw unresolvedFault(target.error, record.info.path);
    return target && this.#parts.record(target.index);
  }
}

/** `parent` is no own property: the script that required it first, null for the program itself. */
function prototypeOf(parent: ScriptModule | undefined, isMain: boolean): object {
  return { constructor: named('Module', function () {}), parent: isMain ? null : parent };
}

function end(frames: Environment['core']['frames'], frame: Frame, how: 'return' | 'throw'): void {
  if (frame.kind === 'call') frames.leave(frame);
  else frames.settle(frame, how);
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw coded(new SyntaxError(`${path}: ${error instanceof Error ? error.message : String(error)}`), '');
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** Where Node looks for packages: `node_modules` in each folder above. */
function pathsOf(folder: string): string[] {
  const names = folder.split('/').filter((name) => name !== '');
  const above = names.map((_, index) => `/${names.slice(0, names.length - index).join('/')}`);
  return [...above, ''].map((each) => `${each}/node_modules`);
}
