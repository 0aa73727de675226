// Explores a program: systematically for most of what may be spent, and if that does not reach the end, at random for the rest, since
// only random schedules say how much is missing. A state machine: it hands out schedules and takes their runs.
import { usualBound } from './bound.ts';
import type { Bound } from './bound.ts';
import { decisionCauses } from './decision.ts';
import type { DecisionCause, Run } from './decision.ts';
import type { Budget } from './budget.ts';
import { Outputs } from './count/outputs.ts';
import type { Output } from './count/outputs.ts';
import type { Coverage, Stopped } from './count/coverage.ts';
import { chanceOfNew } from './count/good-turing.ts';
import { weightOf } from './count/knuth.ts';
import type { Dependent } from './reduce/dependence.ts';
import type { Schedule } from './schedule.ts';
import { Search } from './search/search.ts';

export interface ExplorationOptions<Outcome> {
  /** Runs with the same key have the same output. */
  readonly keyOf: (outcome: Outcome) => string;
  readonly budget: Budget;
  /** Absent: at most two preemptions, and all else without bound. */
  readonly bound?: Bound;
  /** Absent: no schedule within the bound is left out. */
  readonly dependent?: Dependent;
  /** The seed of the first random schedule; the next ones follow it. Absent: 1. */
  readonly seed?: number;
}

export interface Explored<Outcome> {
  /** In the order in which they were found; the first is the usual run's, unless nothing was run. */
  readonly outputs: readonly Output<Outcome>[];
  readonly coverage: Coverage;
}

export class Exploration<Outcome> {
  readonly #bound: Bound;
  readonly #budget: Budget;
  readonly #search: Search;
  readonly #outputs: Outputs<Outcome>;
  readonly #samples = new Set<Schedule>();
  readonly #causes = new Set<DecisionCause>();
  #isPinned = false;
  #isSpent = false;
  #handedOut = 0;
  #schedules = 0;
  #weights = 0;
  #samplesBack = 0;
  #seed: number;

  constructor({ keyOf, budget, bound = usualBound, dependent, seed = 1 }: ExplorationOptions<Outcome>) {
    this.#bound = bound;
    this.#budget = budget;
    this.#search = new Search({ bound, ...(dependent && { dependent }) });
    this.#outputs = new Outputs(keyOf);
    this.#seed = seed;
  }

  /** At most `most` schedules to run. None: it has ended, or runs must come back first. */
  next(most: number): readonly Schedule[] {
    if (this.#search.complete || this.#budget.stopped(this.#handedOut)) return [];
    const room = Math.min(most, this.#budget.systematicRoom(this.#handedOut));
    const batch =
      room > 0 ? this.#search.next(room) : this.#sample(Math.min(most, this.#budget.schedules - this.#handedOut));
    this.#handedOut += batch.length;
    return batch;
  }

  /** The run of a schedule that `next` handed out. Errors as Search.take. */
  take(schedule: Schedule, run: Run<Outcome>): void {
    const isSample = this.#samples.delete(schedule);
    if (isSample) {
      this.#weights += weightOf(run.decisions, this.#bound);
      this.#samplesBack++;
    } else this.#search.take(schedule, run);
    this.#schedules++;
    if (run.pinned) this.#isPinned = true;
    if (run.spent) this.#isSpent = true;
    for (const { cause } of run.decisions) this.#causes.add(cause);
    this.#outputs.add(run, isSample);
  }

  /** What was found so far; once `next` has nothing more and all runs are back, what was found. */
  result(): Explored<Outcome> {
    return { outputs: this.#outputs.all, coverage: this.#coverage() };
  }

  #sample(count: number): readonly Schedule[] {
    const batch = Array.from({ length: count }, (): Schedule => {
      return { deviations: [], then: { policy: 'random', seed: this.#seed++ % 2 ** 32 }, bound: this.#bound };
    });
    for (const schedule of batch) this.#samples.add(schedule);
    return batch;
  }

  #coverage(): Coverage {
    const schedules = this.#schedules;
    if (this.#search.complete && this.#isSpent) return { kind: 'sampled', stopped: 'choices', schedules };
    if (this.#search.complete) {
      const bound = Object.fromEntries(Object.entries(this.#bound).filter(([cause]) => this.#isCut(cause)));
      const causes = decisionCauses.filter((cause) => this.#causes.has(cause));
      return { kind: 'complete', schedules, causes, bound, pinned: this.#isPinned };
    }
    const stopped: Stopped = this.#budget.stopped(this.#handedOut) ?? 'abort';
    if (this.#samplesBack === 0) return { kind: 'sampled', stopped, schedules };
    const counts = this.#outputs.all.flatMap(({ samples, schedules: all }) => (samples === all ? [samples] : []));
    const estimate = {
      schedules: this.#weights / this.#samplesBack,
      chanceOfNew: chanceOfNew(counts, this.#samplesBack),
    };
    return { kind: 'sampled', stopped, schedules, estimate };
  }

  #isCut(cause: string): boolean {
    return [...this.#search.cut].some((one) => one === cause);
  }
}
