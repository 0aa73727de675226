// The search against all lists of decisions, on random tiny programs: the same outputs, whatever the search leaves out.
import fc from 'fast-check';
import type { Bound } from '../../../src/explore/bound.ts';
import { touchesSame } from '../../../src/explore/reduce/dependence.ts';
import type { Model } from '../../../src/runtime/models.ts';
import { outputKey } from '../../../src/runtime/process/output-key.ts';
import { textOf } from '../../runtime/traced/node-model.ts';
import { start } from '../../runtime/traced/schedules.ts';
import { randomProgram } from '../../runtime/turns/random-program.ts';
import { asyncioPrograms } from './asyncio.ts';
import { PythonHost } from './python-host.ts';
import { bruteForce, searched } from './reference.ts';
import type { RunAll } from './reference.ts';
import { timerPrograms } from './timers.ts';

/** What is compared: the programs, the models of their engine, and within which bound. */
interface Kind {
  readonly models: readonly Model[];
  readonly texts: fc.Arbitrary<string>;
  readonly bound: Bound;
  /** Lists of decisions that a program may have; one with more is not compared, and another is drawn. */
  readonly most: number;
  /** Whether states and independent steps are left out. */
  readonly isReduced: boolean;
}

const kinds = {
  timers: { models: ['cpu', 'latency'], texts: timerPrograms.map(textOf), bound: {}, most: 300, isReduced: false },
  asyncio: { models: ['cpu', 'latency', 'ties'], texts: asyncioPrograms, bound: {}, most: 300, isReduced: false },
  threads: {
    models: ['gil', 'any'],
    texts: fc.nat(2 ** 31).map((seed) => randomProgram(seed)),
    bound: { threads: 1 },
    most: 100,
    isReduced: true,
  },
} as const satisfies Record<string, Kind>;
export type FuzzedKind = keyof typeof kinds;
export const fuzzedKinds = Object.keys(kinds) as FuzzedKind[];

export interface FuzzedSchedules {
  /** That were compared. */
  readonly programs: number;
  /** That have too many lists of decisions. */
  readonly tooLarge: number;
  /** Of all programs, by trying every answer, and by the search. */
  readonly lists: number;
  readonly schedules: number;
  /** The first program whose outputs differ, made as small as it can be. */
  readonly counterexample: string | undefined;
}

/** Compares so many programs of a kind, the same ones for the same seed. */
export async function fuzzSchedules(kind: FuzzedKind, programs: number, seed: number): Promise<FuzzedSchedules> {
  const { models, texts, bound, most, isReduced }: Kind = kinds[kind];
  const hosts = new Hosts(kind);
  const counts = { programs: 0, tooLarge: 0, lists: 0, schedules: 0 };
  const holds = async (model: Model, text: string): Promise<boolean> => {
    const run = await hosts.program(model, text);
    const all = await bruteForce(run, bound, most);
    if (!all) counts.tooLarge += 1;
    fc.pre(all !== undefined);
    const found = await searched(run, { bound, ...(isReduced && { dependent: touchesSame }) });
    counts.programs += 1;
    counts.lists += all.schedules;
    counts.schedules += found.schedules;
    return all.outputs.size === found.outputs.size && all.outputs.isSubsetOf(found.outputs);
  };
  try {
    const property = fc.asyncProperty(fc.constantFrom(...models), texts, holds);
    const checked = await fc.check(property, { numRuns: programs, seed, maxSkipsPerRun: 20 });
    return { ...counts, counterexample: checked.failed ? toldOf(checked) : undefined };
  } finally {
    await hosts.stop();
  }
}

/** The program, its model, and why it fails where that is not that the outputs differ. */
function toldOf({ counterexample, errorInstance }: fc.RunDetails<[Model, string]>): string {
  const why = errorInstance instanceof Error ? errorInstance.message : 'the outputs differ';
  const [model, text] = counterexample ?? ['no model', 'no program was small enough'];
  return `${text}under ${model}: ${why}`;
}

/** What runs programs of a kind, one engine for each model, started where it is first asked for. */
class Hosts {
  readonly #kind: FuzzedKind;
  readonly #hosts = new Map<Model, PythonHost>();

  constructor(kind: FuzzedKind) {
    this.#kind = kind;
  }

  async program(model: Model, text: string): Promise<RunAll> {
    if (this.#kind === 'timers') {
      const program = await start(text, model);
      return async (schedules) =>
        (await program.run(schedules)).map(({ outcome, ...run }) => ({ ...run, outcome: outputKey(outcome) }));
    }
    const host = this.#hosts.get(model) ?? (await PythonHost.start(model));
    this.#hosts.set(model, host);
    return host.program(text);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#hosts.values()].map((host) => host.stop()));
  }
}
