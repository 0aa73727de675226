// All objects that a realm has before a program runs: the intrinsics of ECMA-262 6.1.7.4 and what the engine put beside
// them. After a run they are compared with what they were, and put back.
//
// Looking at all of them takes longer than most runs. So after a run only that is looked at which the program had words
// for: what a literal or an error leads to, and what its globals lead to; of those, values and names that are
// enumerable, which is all that an assignment can change. A program with a word for more (`delete`, a symbol, the global
// object) is looked at in full. Whatever else can change an object is a function that says so itself (mutators.ts), and then everything is put back.
import type { Program } from '../program.ts';

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
const { getOwnPropertySymbols, is, isExtensible, keys } = Object;

type Keys = ReadonlySet<PropertyKey>;

interface Kept {
  readonly object: object;
  readonly prototype: object | null;
  readonly isExtensible: boolean;
  readonly keys: readonly PropertyKey[];
  /** With those that each run sets itself. */
  readonly order: readonly PropertyKey[];
  readonly descriptors: readonly PropertyDescriptor[];
  /** Neither it nor what it inherits from has something that is enumerable. */
  readonly isBare: boolean;
  readonly enumerable: number;
  readonly symbols: number;
  /** What an assignment can change, and the values. */
  readonly writable: readonly PropertyKey[];
  readonly values: readonly unknown[];
}

/** Without one of these a program has neither the global object nor a way to delete. */
const words = {
  all: new Set(['delete', 'Reflect', 'globalThis', 'global']),
  symbols: new Set(['Symbol', 'getOwnPropertySymbols', 'getOwnPropertyDescriptors', 'Proxy', 'custom']),
} as const satisfies Record<string, ReadonlySet<string>>;

/** What a program has words for. */
interface Reach {
  /** Everything, in every way. */
  readonly all: boolean;
  /** Properties that are named by a symbol. */
  readonly symbols: boolean;
  /** The globals. */
  readonly names: readonly string[];
  /** What it can reach by them and without them. */
  readonly examined: readonly Kept[];
}

export class Intrinsics {
  readonly #global: Kept;
  /** Each run sets these globals itself. */
  readonly #perRun: Keys;
  /** What a program reaches without the name of a global. */
  readonly #core: readonly Kept[];
  /** What else the globals lead to, by their names. */
  readonly #named: ReadonlyMap<string, readonly Kept[]>;
  readonly #all: readonly Kept[];
  readonly #known: ReadonlySet<unknown>;
  readonly #reaches = new WeakMap<object, Reach>();
  #reported = false;

  /** Everything that can be reached from the global object and from `roots`, which need no name. */
  constructor(roots: readonly object[], perRun: Keys) {
    this.#perRun = perRun;
    this.#global = kept(globalThis, perRun);
    const core = reachable(roots);
    this.#core = [...core].map((object) => kept(object));
    const all = new Map<object, Kept>(this.#core.map((each) => [each.object, each]));
    const named = new Map<string, Kept[]>();
    for (const key of this.#global.keys) {
      const property = getOwnPropertyDescriptor(globalThis, key);
      const found = [...reachable([property?.value, property?.get, property?.set])].filter(
        (object) => !core.has(object),
      );
      for (const object of found) if (!all.has(object)) all.set(object, kept(object));
      named.set(
        String(key),
        found.map((object) => all.get(object) ?? kept(object)),
      );
    }
    this.#named = named;
    // the first to be put back: descriptors inherit from it
    const isFirst = ({ object }: Kept) => Number(object === Object.prototype);
    this.#all = [...all.values()].sort((a, b) => isFirst(b) - isFirst(a));
    this.#known = new Set([globalThis, ...all.keys()]);
  }

  /** Every object but the global one, for a test to compare with those of another realm. */
  get objects(): readonly object[] {
    return this.#all.map(({ object }) => object);
  }

  /** A function that can change what no look finds was called with `target`. */
  report(target: unknown): void {
    this.#reported ||= this.#known.has(target);
  }

  /** Whether a program has words for the global object itself. */
  reachesGlobal(program: Pick<Program, 'words' | 'commonJs'>): boolean {
    return this.#reachOf(program).all;
  }

  /** Puts everything back as it was after a run of `program`. False where that cannot be done. */
  restore(program: Pick<Program, 'words' | 'commonJs'>): boolean {
    /(?:)/.exec(''); // what RegExp.$1 and its kin give
    if (!this.#reported && !this.#isChanged(program)) return true;
    this.#reported = false;
    if (!this.#all.every((each) => putBack(each))) return false;
    return putBack(this.#global, this.#perRun);
  }

  #isChanged(program: Pick<Program, 'words' | 'commonJs'>): boolean {
    const { all, symbols, names, examined } = this.#reachOf(program);
    if (all) return !isSame(this.#global) || !this.#all.every((each) => isSame(each));
    const isTouched = symbols ? isAssignedOrMarked : isAssigned;
    return !names.every((name) => isSameProperty(this.#global, name)) || examined.some((each) => isTouched(each));
  }

  #reachOf(program: Pick<Program, 'words' | 'commonJs'>): Reach {
    const known = this.#reaches.get(program);
    if (known) return known;
    const has = (known: ReadonlySet<string>) => program.words.some((word) => known.has(word));
    const isEscaped = program.words.some((word) => /^u[0-9a-f]{4}/i.test(word));
    const names = program.words.filter((word) => this.#named.has(word));
    const reach = {
      all: program.commonJs || isEscaped || has(words.all),
      symbols: has(words.symbols),
      names,
      examined: [...new Set([...this.#core, ...names.flatMap((name) => this.#named.get(name) ?? [])])],
    };
    this.#reaches.set(program, reach);
    return reach;
  }
}

function reachable(roots: readonly unknown[]): Set<object> {
  const found = new Set<object>();
  const open = [...roots];
  while (open.length > 0) {
    const next = open.pop();
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null) continue;
    if (next === globalThis || found.has(next)) continue;
    found.add(next);
    open.push(getPrototypeOf(next));
    for (const key of ownKeys(next)) {
      const descriptor = getOwnPropertyDescriptor(next, key);
      open.push(descriptor?.value, descriptor?.get, descriptor?.set);
    }
  }
  return found;
}

const none: Keys = new Set();

function kept(object: object, perRun: Keys = none): Kept {
  const order = ownKeys(object);
  const own = order.filter((key) => !perRun.has(key));
  const descriptors = own.map((key) => ({ __proto__: null, ...getOwnPropertyDescriptor(object, key) }));
  const isWritable = (_: unknown, index: number) => descriptors[index]?.writable === true;
  return {
    object,
    prototype: getPrototypeOf(object),
    isExtensible: isExtensible(object),
    keys: own,
    order,
    descriptors,
    isBare: !isEnumerable(object),
    enumerable: keys(object).length,
    symbols: getOwnPropertySymbols(object).length,
    writable: own.filter(isWritable),
    values: descriptors.filter(isWritable).map(({ value }): unknown => value),
  };
}

/** Whether an assignment has changed it. */
function isAssigned({ object, isBare, enumerable, writable, values }: Kept): boolean {
  if (isBare ? isEnumerable(object) : keys(object).length !== enumerable) return true;
  for (let index = 0; index < writable.length; index++) {
    if ((object as Record<PropertyKey, unknown>)[writable[index] ?? ''] !== values[index]) return true;
  }
  return false;
}

/** Whether it or what it inherits from has something that is enumerable. */
function isEnumerable(object: object): boolean {
  // unlike Object.keys it makes no list
  for (const key in object) return typeof key === 'string';
  return false;
}

function isAssignedOrMarked(each: Kept): boolean {
  return isAssigned(each) || getOwnPropertySymbols(each.object).length !== each.symbols;
}

/** In every property and their order. */
function isSame(each: Kept): boolean {
  const { object, prototype, keys: own, order } = each;
  if (isExtensible(object) !== each.isExtensible || getPrototypeOf(object) !== prototype) return false;
  const now = ownKeys(object);
  if (now.length !== order.length || !order.every((key, index) => key === now[index])) return false;
  return own.every((key, index) => isSameProperty(each, key, index));
}

function isSameProperty({ object, keys: own, descriptors }: Kept, key: PropertyKey, index = own.indexOf(key)): boolean {
  const now = getOwnPropertyDescriptor(object, key);
  const before = descriptors[index];
  if (!now || !before) return now === before;
  return (
    is(now.value, before.value) &&
    now.get === before.get &&
    now.set === before.set &&
    now.writable === before.writable &&
    now.enumerable === before.enumerable &&
    now.configurable === before.configurable
  );
}

/** False as well where a property came back at another place among the keys: a program can see their order. */
function putBack(each: Kept, perRun: Keys = none): boolean {
  if (isSame(each)) return true;
  const { object, prototype, keys: own, descriptors } = each;
  if (!isExtensible(object) || !setPrototypeOf(object, prototype)) return false;
  const isOurs = (key: PropertyKey) => own.includes(key) || perRun.has(key);
  if (!ownKeys(object).every((key) => isOurs(key) || deleteProperty(object, key))) return false;
  if (!own.every((key, index) => defineProperty(object, key, descriptors[index] ?? {}))) return false;
  return isSame(each);
}
