// Follows an output through a contract, line by line, in all ways at once. There is a bound on how many ways that may
// be: a contract past it is a fault of the contract, not an endless run.
import { noBindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import { ambiguityLimits, newBudget } from './budget.ts';
import type { Budget } from './budget.ts';
import type { Contract, LineNode } from '../contract.ts';
import { Residuals, anyLine, fitting } from './derivative.ts';
import type { Accept, Residual } from './derivative.ts';
import { backReferencedNames } from './back-references.ts';

/** One way in which the output so far fits. */
export interface State {
  readonly rest: Residual;
  readonly bindings: Bindings;
  readonly trail: Trail | undefined;
}

/** Which line of the contract took which line of output, last first. */
export interface Trail {
  readonly node: LineNode;
  readonly rounds: readonly number[];
  readonly before: Trail | undefined;
}

export interface Walk {
  /** The ways in which the lines before `stoppedAt` fit. */
  readonly states: readonly State[];
  /** Index of the first line of output that fits in no way; the number of lines if all fit. */
  readonly stoppedAt: number;
  readonly ambiguous: boolean;
}

export class Matcher {
  readonly #residuals = new Residuals();
  readonly #backReferences: ReadonlySet<string>;
  readonly start: readonly State[];

  constructor(contract: Contract) {
    this.#backReferences = backReferencedNames(contract.body);
    this.start = [{ rest: this.#residuals.of(contract.body), bindings: noBindings, trail: undefined }];
  }

  /** Follows `output` from `states` as far as it fits and `budget` lasts. */
  walk(states: readonly State[], output: readonly string[], budget = newBudget()): Walk {
    let now = states;
    for (const [index, text] of output.entries()) {
      const next = this.#advance(now, text, budget);
      if (!next) return { states: now, stoppedAt: index, ambiguous: true };
      if (next.length === 0) return { states: now, stoppedAt: index, ambiguous: false };
      now = next;
    }
    return { states: now, stoppedAt: output.length, ambiguous: false };
  }

  /** The lines of the contract that may come next. */
  expected(states: readonly State[]): readonly LineNode[] {
    const nodes = states.flatMap((state) => this.#residuals.derive(state.rest, anyLine).map((step) => step.node));
    return [...new Map(nodes.map((node) => [node.line, node])).values()].sort((a, b) => a.line - b.line);
  }

  /** As if the line `missing` of the contract had been printed. */
  skip(states: readonly State[], missing: LineNode): readonly State[] {
    return states.flatMap((state) =>
      this.#steps(state, (node) => (node.line === missing.line ? [state.bindings] : [])),
    );
  }

  // undefined: too many ways.
  #advance(states: readonly State[], text: string, budget: Budget): readonly State[] | undefined {
    const next = new Map<string, State>();
    for (const state of states) {
      for (const way of this.#steps(state, fitting(text, state.bindings, this.#backReferences, budget))) {
        const key = `${way.rest.shape} ${way.bindings.key}`;
        if (!next.has(key)) next.set(key, way);
      }
      if (next.size > ambiguityLimits.ways || budget.left <= 0) return undefined;
    }
    return [...next.values()];
  }

  #steps(state: State, accept: Accept): readonly State[] {
    return this.#residuals.derive(state.rest, accept).map(({ rest, node, bindings, rounds }) => ({
      rest,
      bindings,
      trail: { node, rounds, before: state.trail },
    }));
  }
}

/** Whether the output may end in one of these states. */
export function mayEnd(states: readonly State[]): boolean {
  return states.some((state) => state.rest.canEnd);
}

/** The trail from the first line of output to the last. */
export function pathOf(state: State): readonly Trail[] {
  const path: Trail[] = [];
  for (let step = state.trail; step; step = step.before) path.push(step);
  return path.reverse();
}
