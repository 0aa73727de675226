// The engines, one row each: whatever depends on which engine it is asks here. An engine is loaded only when it is chosen: a
// TypeScript program never loads what Python needs, and the other way round.
import type { Language, Need } from '../languages.ts';
import type { ProofCause, ThreadModel } from './causes.ts';
import type { Engine } from './engine.ts';
import type { RealCommands } from './real/commands.ts';
import type { StartScheduled } from './schedules/scheduled-program.ts';
import type { TraceOn } from './trace-on.ts';

type Role = EngineRow['role'];

interface Row {
  readonly language: Language;
  /** As people name it. */
  readonly title: string;
  /** The causes whose schedules it can show, in the order in which they are tried. */
  readonly causes: readonly ProofCause[];
  /** Why it has no schedules of a cause. */
  readonly lacksCause?: Partial<Record<ProofCause, string>>;
  /** What its traces name as their engine; absent for a stand-in, which makes none. */
  readonly traces?: string;
  /** What programs may ask for and get, where the libraries behind it are installed. */
  readonly provides: readonly Need[];
  /** How the last line of a traceback says that this engine, and not the program, lacks something. */
  readonly lacking?: RegExp;
  /** Throws a CourseError (`missing`) where the machine lacks it. */
  readonly load: (root: string, needs: readonly Need[]) => Promise<Engine>;
}

/**
 * `real` runs a program as its readers would, on the machine's clock; `stand-in` runs it where the real one is not there;
 * `virtual` is taken where it is asked for: its times are exact, in virtual ms, and its schedules can be replayed. `turns` is as
 * virtual, for programs whose threads take turns.
 */
type EngineRow = RealRow | VirtualRow | (Row & { readonly role: 'stand-in' });

interface RealRow extends Row {
  readonly role: 'real';
  readonly commands: () => Promise<RealCommands>;
}

interface VirtualRow extends Row {
  readonly role: 'virtual' | 'turns';
  /** Units of its clock in a ms, in what its runs say of their times. */
  readonly unitsPerMs: number;
  /** Where its threads may be switched; absent where it has none. */
  readonly threadModel?: ThreadModel;
  readonly start: () => Promise<StartScheduled>;
  readonly trace: () => Promise<TraceOn>;
}

const rows = {
  node: {
    language: 'ts',
    title: 'Node',
    role: 'real',
    causes: ['threads'],
    traces: 'node',
    provides: ['threads', 'processes'],
    load: async () => (await import('./node/node.ts')).findNode(),
    commands: async () => (await import('./node/node.ts')).nodeCommands,
  },
  cpython: {
    language: 'py',
    title: 'CPython',
    role: 'real',
    causes: ['threads'],
    traces: 'cpython',
    provides: ['threads', 'processes', 'gevent', 'ray'],
    load: async (root, needs) => (await import('./cpython/cpython.ts')).findCpython(root, needs),
    commands: async () => (await import('./cpython/cpython.ts')).cpythonCommands,
  },
  pyodide: {
    language: 'py',
    title: 'Pyodide',
    role: 'stand-in',
    causes: [],
    provides: [],
    lacking:
      /^\w+: (?:can't start new thread|No module named '(?:gevent|greenlet|_multiprocessing)|.*does not support processes|.*on the virtual clock there are no )/,
    load: async () => (await import('./pyodide/pyodide.ts')).findPyodide(),
  },
  traced: {
    language: 'ts',
    title: 'the traced engine',
    role: 'virtual',
    causes: ['none', 'cpu', 'latency'],
    lacksCause: { ties: 'Node orders equal deadlines, asyncio alone leaves them open' },
    traces: 'traced',
    provides: [],
    unitsPerMs: 1,
    load: async () => (await import('./traced/host.ts')).findTraced(),
    start: async () => (await import('./schedules/start-traced.ts')).startTraced,
    trace: async () => (await import('./traced/trace.ts')).traceOnTraced,
  },
  'traced-turns': {
    language: 'ts',
    title: 'the traced engine with Workers that take turns',
    role: 'turns',
    causes: ['none', 'threads'],
    traces: 'traced',
    provides: ['threads'],
    unitsPerMs: 1,
    threadModel: 'any',
    load: async () => (await import('./workers/engine.ts')).findTracedTurns(),
    start: async () => (await import('./schedules/start-threads.ts')).startThreads,
    trace: async () => (await import('./workers/trace.ts')).traceOnTracedTurns,
  },
  'cpython-virtual': {
    language: 'py',
    title: 'the virtual clock of CPython',
    role: 'virtual',
    causes: ['none', 'cpu', 'latency', 'ties'],
    traces: 'cpython',
    provides: ['gevent'],
    lacking: /^\w+: .*on the virtual clock there are no /,
    load: async (root, needs) => (await import('./virtual/cpython.ts')).findVirtualCpython(root, needs),
    unitsPerMs: 1_000_000,
    start: async () => (await import('./schedules/start-cpython.ts')).startCpython,
    trace: async () => (await import('./virtual/trace-schedule.ts')).traceCpython,
  },
  'cpython-turns': {
    language: 'py',
    title: 'CPython with threads that take turns',
    role: 'turns',
    causes: ['none', 'threads'],
    traces: 'cpython',
    provides: ['threads'],
    unitsPerMs: 1_000_000,
    threadModel: 'gil',
    load: async (root, needs) => (await import('./turns/engine.ts')).findTurns(root, needs),
    start: async () => (await import('./schedules/start-turns.ts')).startTurns,
    trace: async () => (await import('./turns/trace.ts')).traceOnTurns,
  },
} as const satisfies Readonly<Record<string, EngineRow>>;

export type EngineName = keyof typeof rows;

export const engines: Readonly<Record<EngineName, EngineRow>> = rows;

/** In the order of the table. */
export const engineNames = Object.keys(rows) as readonly EngineName[];

/** The row of an engine that was loaded. */
export function rowOf({ name }: Pick<Engine, 'name'>): EngineRow {
  const known = engineNames.find((one) => one === name);
  if (known === undefined) throw new Error(`no row for engine ${name}`);
  return engines[known];
}

/** The engine that has this role for a language, if there is one. */
export function findEngineName(language: Language, role: Role): EngineName | undefined {
  return engineNames.find((name) => engines[name].language === language && engines[name].role === role);
}

/** As findEngineName; every language has a real and a virtual engine. */
export function engineNameOf(language: Language, role: 'real' | 'virtual'): EngineName {
  const name = findEngineName(language, role);
  if (name === undefined) throw new Error(`no ${role} engine for ${language}`);
  return name;
}

/** How programs of a language are started on its real engine. */
export function realCommandsOf(language: Language): Promise<RealCommands> {
  const row = engines[engineNameOf(language, 'real')];
  if (row.role !== 'real') throw new Error(`${row.title} is no real engine`);
  return row.commands();
}

/** What the traces of a language name as their engine. */
export function tracersOf(language: Language): readonly string[] {
  return engineNames.flatMap((name) => (engines[name].language === language ? (engines[name].traces ?? []) : []));
}

/** What an engine is chosen by. */
interface Wants {
  readonly language: Language;
  readonly needs: readonly Need[];
}

export interface Scheduler extends VirtualRow {
  readonly name: EngineName;
}

/** The engine that runs a program under schedules; undefined where it needs what none of its language has. */
export function schedulerOf({ language, needs }: Wants): Scheduler | undefined {
  for (const name of engineNames) {
    const row = engines[name];
    if (row.language !== language || (row.role !== 'virtual' && row.role !== 'turns')) continue;
    if (needs.every((need) => row.provides.includes(need))) return { ...row, name };
  }
  return undefined;
}

/** Units of the clock in a ms, in what the runs of a program say of their times; 1 where no engine runs it under schedules. */
export function unitsPerMsOf(program: Wants): number {
  return schedulerOf(program)?.unitsPerMs ?? 1;
}

/** What a program needs that no engine of its language has on virtual time; such a program runs on the real engine alone. */
export function needsOfRealTime(program: Wants): Need[] {
  if (schedulerOf(program)) return [];
  const { provides } = engines[engineNameOf(program.language, 'virtual')];
  return program.needs.filter((need) => !provides.includes(need));
}
