// What a module exports, its own and what it passes on (ECMA-262 16.2.1.7.2, GetExportedNames and ResolveExport), and the namespace
// object by which others see it (10.4.6).
import type { ModuleRecord } from './record.ts';

type Resolve = (from: ModuleRecord, specifier: string) => ModuleRecord;
type Getter = () => unknown;
/** Two modules of which neither is meant alone. */
const ambiguous = Symbol('ambiguous');

interface Export {
  readonly of: ModuleRecord;
  readonly name: string;
  readonly get: Getter;
}

const customInspect = Symbol.for('nodejs.util.inspect.custom');

/** Gives the bindings of a linked module their properties. */
export function fillBindings(record: ModuleRecord, resolve: Resolve): void {
  const { namespace, values } = record.bindings;
  for (const name of exportedNames(record, resolve).toSorted((a, b) => (a < b ? -1 : 1))) {
    const found = resolveExport(record, name, resolve);
    if (!found) continue;
    const get = found.get;
    const set = () => {
      throw new TypeError(`Cannot assign to property '${name}' of [object Module]`);
    };
    Object.defineProperty(namespace, name, { get, set, enumerable: true });
    Object.defineProperty(values, name, { get, set: assignConstant });
  }
  asNamespace(namespace);
}

/** What a script gets of an ES module (https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require). */
export function requiredNamespace(namespace: object): unknown {
  if ('module.exports' in namespace) return namespace['module.exports'];
  if (!('default' in namespace) || '__esModule' in namespace) return namespace;
  const facade = Object.create(null) as object;
  Object.defineProperty(facade, '__esModule', { value: true, enumerable: true });
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(namespace))) {
    if (property.enumerable) Object.defineProperty(facade, name, property);
  }
  return asNamespace(facade);
}

function asNamespace(namespace: object): object {
  Object.defineProperty(namespace, Symbol.toStringTag, { value: 'Module' });
  Object.defineProperty(namespace, customInspect, { value: showModule });
  return Object.preventExtensions(namespace);
}

function assignConstant(): never {
  throw new TypeError('Assignment to constant variable.');
}

export function exportsName(record: ModuleRecord, name: string, resolve: Resolve): boolean {
  return resolveExport(record, name, resolve) !== undefined;
}

function exportedNames(record: ModuleRecord, resolve: Resolve, seen = new Set<ModuleRecord>()): string[] {
  if (seen.has(record)) return [];
  seen.add(record);
  if (!record.isCyclic) return syntheticNames(record);
  const { local, indirect, stars } = record.info.exports;
  const passed = stars.flatMap((from) => exportedNames(resolve(record, from), resolve, seen));
  return [...new Set([...local, ...indirect.map(({ name }) => name), ...passed.filter((name) => name !== 'default')])];
}

/** A script's names are those that its text shows (https://nodejs.org/api/esm.html#commonjs-namespaces). */
function syntheticNames({ info }: ModuleRecord): string[] {
  return info.format === 'json' ? ['default'] : [...info.exports.local, 'default', 'module.exports'];
}

function resolveExport(record: ModuleRecord, name: string, resolve: Resolve): Export | undefined {
  const found = lookUp(record, name, resolve, new Set());
  return found === ambiguous ? undefined : found;
}

function lookUp(
  record: ModuleRecord,
  name: string,
  resolve: Resolve,
  seen: Set<string>,
): Export | typeof ambiguous | undefined {
  const key = `${record.index} ${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  if (!record.isCyclic) return syntheticNames(record).includes(name) ? syntheticExport(record, name) : undefined;
  const { local, indirect, stars } = record.info.exports;
  if (local.includes(name)) return { of: record, name, get: getterOf(record, name) };
  const passed = indirect.find((each) => each.name === name);
  if (passed) {
    const target = resolve(record, passed.from);
    if (passed.imported !== null) return lookUp(target, passed.imported, resolve, seen);
    return { of: target, name: '*', get: () => target.bindings.namespace };
  }
  if (name === 'default') return undefined;
  let star: Export | undefined;
  for (const from of stars) {
    const found = lookUp(resolve(record, from), name, resolve, seen);
    if (found === ambiguous) return ambiguous;
    if (found && star && (found.of !== star.of || found.name !== star.name)) return ambiguous;
    star ??= found;
  }
  return star;
}

function getterOf(record: ModuleRecord, name: string): Getter {
  if (name !== 'default') return () => record.getters[name]?.();
  return () => {
    try {
      return record.getters['default']?.();
    } catch (error) {
      // the variable behind it has a name that no program can have
      if (error instanceof ReferenceError) throw new ReferenceError("Cannot access 'default' before initialization");
      throw error;
    }
  };
}

function syntheticExport(record: ModuleRecord, name: string): Export {
  const isWhole = name === 'default' || name === 'module.exports';
  const get = () => {
    const exports = record.script?.exports;
    if (isWhole) return exports;
    return typeof exports === 'object' || typeof exports === 'function'
      ? (Reflect.get(exports ?? {}, name) as unknown)
      : undefined;
  };
  return { of: record, name, get };
}

type Inspect = (value: unknown, options: unknown) => string;

/** As Node's formatNamespaceObject (lib/internal/util/inspect.js). */
function showModule(this: object, _: unknown, options: unknown, inspect: Inspect): string {
  const shown = Object.create(null) as object;
  for (const key of Object.keys(this)) {
    Object.defineProperty(shown, key, { value: shownValue(this, key), enumerable: true });
  }
  return inspect(shown, options).replace('[Object: null prototype]', '[Module: null prototype]');
}

function shownValue(namespace: object, key: string): unknown {
  try {
    return Reflect.get(namespace, key);
  } catch {
    return { [customInspect]: () => '<uninitialized>' };
  }
}
