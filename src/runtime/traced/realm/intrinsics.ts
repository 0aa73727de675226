// All objects that a realm has before a program runs: the intrinsics of ECMA-262 6.1.7.4 and what the engine put beside
// them. After a run they are compared with what they were, and put back.
//
// Looking at all of them takes longer than most runs. So after a run only that is looked at which the program had words
// for: what a literal or an error leads to, and what its globals lead to; of those, values and names that are
// enumerable, which is all that an assignment can change. A program with a word for more (`delete`, a symbol, the global
// object) is looked at in full. Whatever else can change an object is a function that says so itself (mutators.ts), and then
// everything is put back.
import type { Program } from '../program.ts';

const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
const { is, isExtensible, keys } = Object;

type Keys = ReadonlySet<PropertyKey>;

interface Kept {
  readonly object: object;
  readonly prototype: object | null;
  readonly keys: readonly PropertyKey[];
  readonly descriptors: readonly PropertyDescriptor[];
  readonly enumerable: number;
  /** What an assignment can change, and the values. */
  readonly writable: readonly PropertyKey[];
  readonly values: readonly unknown[];
}

/** Without one of these a program deletes nothing, and has neither the global object nor a symbol. */
const carefulWords: ReadonlySet<string> = new Set([
  ...['delete', 'Symbol', 'ownKeys', 'getOwnPropertySymbols', 'getOwnPropertyDescriptors', 'Reflect', 'Proxy'],
  ...['globalThis', 'global', 'custom'],
]);

/** What a program has words for. */
interface Reach {
  readonly careful: boolean;
  /** The globals. */
  readonly names: readonly string[];
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
    this.#all = [...all.values()];
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

  /** Puts everything back as it was after a run of `program`. False where that cannot be done. */
  restore(program: Pick<Program, 'words' | 'commonJs'>): boolean {
    /(?:)/.exec(''); // what RegExp.$1 and its kin give
    if (!this.#reported && !this.#isChanged(program)) return true;
    this.#reported = false;
    if (!this.#all.every((each) => putBack(each))) return false;
    return putBack(this.#global, this.#perRun);
  }

  #isChanged(program: Pick<Program, 'words' | 'commonJs'>): boolean {
    const { careful, names } = this.#reachOf(program);
    if (careful) return !isSame(this.#global, this.#perRun) || !this.#all.every((each) => isSame(each));
    if (this.#core.some(isAssigned)) return true;
    return names.some((name) => !isSameProperty(this.#global, name) || this.#named.get(name)?.some(isAssigned));
  }

  #reachOf(program: Pick<Program, 'words' | 'commonJs'>): Reach {
    const known = this.#reaches.get(program);
    if (known) return known;
    const { words, commonJs } = program;
    const careful = commonJs || words.some((word) => carefulWords.has(word) || /^u[0-9a-f]{4}/i.test(word));
    const reach = { careful, names: words.filter((word) => this.#named.has(word)) };
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
  const own = ownKeys(object).filter((key) => !perRun.has(key));
  const descriptors = own.map((key) => ({ __proto__: null, ...getOwnPropertyDescriptor(object, key) }));
  const isWritable = (_: unknown, index: number) => descriptors[index]?.writable === true;
  return {
    object,
    prototype: getPrototypeOf(object),
    keys: own,
    descriptors,
    enumerable: keys(object).length,
    writable: own.filter(isWritable),
    values: descriptors.filter(isWritable).map(({ value }): unknown => value),
  };
}

/** Whether an assignment has changed it. */
function isAssigned({ object, enumerable, writable, values }: Kept): boolean {
  if (keys(object).length !== enumerable) return true;
  for (let index = 0; index < writable.length; index++) {
    if ((object as Record<PropertyKey, unknown>)[writable[index] ?? ''] !== values[index]) return true;
  }
  return false;
}

/** In every property and their order. */
function isSame(each: Kept, perRun: Keys = none): boolean {
  const { object, prototype, keys: own } = each;
  if (!isExtensible(object) || getPrototypeOf(object) !== prototype) return false;
  const now = ownKeys(object).filter((key) => !perRun.has(key));
  return now.length === own.length && own.every((key, index) => key === now[index] && isSameProperty(each, key, index));
}

function isSameProperty({ object, keys: own, descriptors }: Kept, key: PropertyKey, index = own.indexOf(key)): boolean {
  const [now, before] = [getOwnPropertyDescriptor(object, key), descriptors[index]];
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
  if (isSame(each, perRun)) return true;
  const { object, prototype, keys: own, descriptors } = each;
  if (!isExtensible(object) || !setPrototypeOf(object, prototype)) return false;
  const isOurs = (key: PropertyKey) => own.includes(key) || perRun.has(key);
  if (!ownKeys(object).every((key) => isOurs(key) || deleteProperty(object, key))) return false;
  if (!own.every((key, index) => defineProperty(object, key, descriptors[index] ?? {}))) return false;
  return isSame(each, perRun);
}
