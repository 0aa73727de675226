// The systematic search: every schedule within a bound, those with the fewest deviations first. It runs nothing: it hands out
// schedules and takes their runs, so that one search serves an engine in this process and one that answers over a pipe.
import type { Bound } from '../bound.ts';
import type { DecisionCause, Run } from '../decision.ts';
import { CourseError } from '../../error.ts';
import type { Schedule } from '../schedule.ts';
import { formatDeviations } from '../token.ts';
import type { Dependent } from '../reduce/dependence.ts';
import { HappensBefore } from '../reduce/happens-before.ts';
import { SleepSets } from '../reduce/sleep-sets.ts';
import { FullExpander } from './expand.ts';
import type { Expander } from './expand.ts';
import { Queue } from './queue.ts';
import { fingerprints, firstFree, root, scheduleOf } from './tree.ts';
import type { Node } from './tree.ts';

export interface SearchOptions {
  /** Absent: every schedule there is. */
  readonly bound?: Bound;
  /** Leaves out schedules that only change the places of independent steps. Absent: leaves out none. */
  readonly dependent?: Dependent;
}

export class Search {
  readonly #expander: Expander;
  /** Lists of schedules, read as they are asked for. */
  readonly #frontier = new Queue<Iterator<Node, void>>();
  readonly #running = new Map<Schedule, Node>();

  constructor({ bound = {}, dependent }: SearchOptions = {}) {
    this.#expander = expanderFor(bound, dependent);
    this.#frontier.push([root].values());
  }

  /** At most `most` schedules that were not handed out before. None: all are, or runs must come back first. */
  next(most: number): readonly Schedule[] {
    const batch: Schedule[] = [];
    for (let list; batch.length < most && (list = this.#frontier.peek());) {
      const found = list.next();
      if (found.done) {
        this.#frontier.shift();
        continue;
      }
      const schedule = scheduleOf(found.value);
      this.#running.set(schedule, found.value);
      batch.push(schedule);
    }
    return batch;
  }

  /**
   * The run of a schedule that `next` handed out; they may come back in any order. Throws a CourseError where the run did not come
   * to the same choice points as the one that it deviates from.
   */
  take(schedule: Schedule, { decisions }: Pick<Run<unknown>, 'decisions'>): void {
    const node = this.#running.get(schedule);
    if (!node) throw new Error('the run of a schedule that is not running');
    if (fingerprints(decisions)[firstFree(node)] !== node.fingerprint) throw divergence(schedule);
    this.#running.delete(schedule);
    for (const children of this.#expander.expand(node, decisions)) this.#frontier.push(children[Symbol.iterator]());
  }

  /** Whether every schedule within the bound was run. */
  get complete(): boolean {
    return this.#frontier.isEmpty && this.#running.size === 0;
  }

  /** The causes whose bound kept a schedule from being run: without them the search would go on. */
  get cut(): ReadonlySet<DecisionCause> {
    return this.#expander.cut;
  }
}

/** Sleep sets leave out more, but under a bound they leave out too much (Coons, Musuvathi & McKinley, OOPSLA 2013). */
function expanderFor(bound: Bound, dependent: Dependent | undefined): Expander {
  if (!dependent) return new FullExpander(bound);
  return Object.keys(bound).length === 0 ? new SleepSets(dependent) : new HappensBefore(bound, dependent);
}

function divergence(schedule: Schedule): CourseError {
  const name = formatDeviations(schedule.deviations);
  return new CourseError({
    what: `the program does not run the same way twice: under schedule "${name}" it came to other choices than before`,
    fix: 'let it draw random numbers from a fixed seed, and read no file, clock or name of the machine that changes',
  });
}
