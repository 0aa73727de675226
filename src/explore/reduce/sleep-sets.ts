// Sleep sets (Godefroid, LNCS 1032, 1996, chapter 5). Once a way was tried at a choice point, the others need not try it again until
// something happens that depends on it: it sleeps. A way that sleeps is not tried. Every reachable outcome is kept. What a
// step touches is known when it has run, as in dynamic partial-order reduction (Flanagan & Godefroid, POPL 2005).
import type { Decision, Step } from '../decision.ts';
import { openPoints } from '../search/expand.ts';
import type { Expander } from '../search/expand.ts';
import { branchingAt, childrenOf, fingerprints, root } from '../search/tree.ts';
import type { Node } from '../search/tree.ts';
import type { Dependent } from './dependence.ts';

/** Who sleeps, by the id of the way, and what it would do. */
type Sleep = ReadonlyMap<string, Step>;

/** The ways that are tried at one choice point, in the order in which they go to sleep. */
interface Branch {
  readonly at: number;
  /** Those that slept when the point was come to, and those tried since. */
  sleep: Map<string, Step>;
  /** Children that were handed out and whose turn has not come: each waits for the one before it. */
  readonly waiting: { readonly node: Node; decisions?: readonly Decision[] }[];
}

export class SleepSets implements Expander {
  readonly #dependent: Dependent;
  readonly #branches = new Map<Node, Branch>();
  /** Nothing is bounded. */
  readonly cut = new Set<Decision['cause']>();

  constructor(dependent: Dependent) {
    this.#dependent = dependent;
  }

  expand(node: Node, decisions: readonly Decision[]): readonly Iterable<Node, void>[] {
    if (node === root) return [this.#children(node, decisions, new Map())];
    const branch = this.#branches.get(node);
    const own = branch?.waiting.find((one) => one.node === node);
    if (!branch || !own) throw new Error('a run that no choice point waits for');
    this.#branches.delete(node);
    own.decisions = decisions;
    const lists: Iterable<Node, void>[] = [];
    for (let first; (first = branch.waiting[0])?.decisions; branch.waiting.shift()) {
      const decision = first.decisions[branch.at];
      lists.push(this.#children(first.node, first.decisions, this.#awakened(branch.sleep, decision?.step)));
      if (decision) fallAsleep(branch.sleep, decision);
    }
    return lists;
  }

  *#children(node: Node, decisions: readonly Decision[], asleep: Sleep): Iterable<Node, void> {
    const prints = fingerprints(decisions);
    let sleep = asleep;
    for (const { at, decision } of openPoints(node, decisions, {})) {
      const usualSleeps = isAsleep(sleep, decision);
      const branch: Branch = { at, sleep: new Map(sleep), waiting: [] };
      fallAsleep(branch.sleep, decision);
      const children = [...childrenOf(node, [branchingAt(at, decision, prints)])];
      const awake = children.filter(({ deviation }) => !isAsleep(sleep, decision, deviation?.take));
      for (const child of awake) {
        branch.waiting.push({ node: child });
        this.#branches.set(child, branch);
      }
      yield* awake;
      // what comes after a way that sleeps has been run elsewhere
      if (usualSleeps) return;
      sleep = this.#awakened(sleep, decision.step);
    }
  }

  /** Who sleeps on after a step: those that it does not touch. A step that nobody looked at wakes all. */
  #awakened(sleep: Sleep, step: Step | undefined): Sleep {
    if (!step) return new Map();
    return new Map([...sleep].filter(([, other]) => !this.#dependent(other, step)));
  }
}

function isAsleep(sleep: Sleep, { ways }: Decision, option = 0): boolean {
  const id = ways?.[option]?.id;
  return id !== undefined && sleep.has(id);
}

/** The way that was taken goes to sleep for those that are tried after it. */
function fallAsleep(sleep: Map<string, Step>, { ways, taken, step }: Decision): void {
  const id = ways?.[taken]?.id;
  if (id !== undefined && step) sleep.set(id, step);
}
