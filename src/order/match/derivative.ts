// What a contract still allows after some lines of output: a tree that each line turns into smaller trees (partial
// derivatives). Trees of equal shape allow the same output, so that only one of them need be followed.
import { noBindings, readings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import type { Budget } from './budget.ts';
import type { LineNode, OrderNode } from '../contract.ts';

interface Common {
  /** Equal numbers: the same output is still allowed. */
  readonly shape: number;
  /** Whether the output may end here. */
  readonly canEnd: boolean;
}

export type Residual = Common &
  (
    | { readonly kind: 'nothing' }
    | { readonly kind: 'line'; readonly node: LineNode }
    | { readonly kind: 'sequence'; readonly head: Residual; readonly tail: Residual }
    | { readonly kind: 'shuffle' | 'alternative'; readonly items: readonly Residual[] }
    | {
        readonly kind: 'repetition';
        readonly item: Residual;
        readonly least: number;
        readonly most: number;
        readonly line: number;
      }
  );

/** One way to take one line of output. */
export interface Step {
  readonly rest: Residual;
  readonly node: LineNode;
  readonly bindings: Bindings;
  /** Contract lines of the repetitions that began a new round with this line. */
  readonly rounds: readonly number[];
}

/** Says how a line of the contract takes the next line of output: no bindings, it does not. */
export type Accept = (node: LineNode) => readonly Bindings[];

/** Builds residuals and derives them. One per contract: shapes are numbered here. */
export class Residuals {
  readonly #shapes = new Map<string, number>();
  readonly nothing: Residual = { kind: 'nothing', shape: 0, canEnd: true };

  /** What an untouched part of a contract allows. */
  of(node: OrderNode): Residual {
    switch (node.kind) {
      case 'line':
        return { kind: 'line', node, shape: this.#shape(`line ${node.pattern.text}`), canEnd: false };
      case 'sequence':
        return node.items.reduceRight((tail, item) => this.#sequence(this.of(item), tail), this.nothing);
      case 'shuffle':
        return this.#shuffle(node.items.map((item) => this.of(item)));
      case 'alternative':
        return this.#alternative(node.items.map((item) => this.of(item)));
      case 'repetition':
        return this.#repetition(this.of(node.item), node.least, node.most, node.line);
    }
  }

  /** All ways to take one line of output. */
  derive(residual: Residual, accept: Accept): readonly Step[] {
    switch (residual.kind) {
      case 'nothing':
        return [];
      case 'line': {
        const { node } = residual;
        return accept(node).map((bindings) => ({ rest: this.nothing, node, bindings, rounds: [] }));
      }
      case 'sequence': {
        const { head, tail } = residual;
        const steps = this.derive(head, accept).map((step) => ({ ...step, rest: this.#sequence(step.rest, tail) }));
        return head.canEnd ? [...steps, ...this.derive(tail, accept)] : steps;
      }
      case 'shuffle':
        return this.#deriveShuffle(residual.items, accept);
      case 'alternative':
        return residual.items.flatMap((item) => this.derive(item, accept));
      case 'repetition': {
        const { item, least, most, line } = residual;
        const again = this.#repetition(item, Math.max(0, least - 1), most - 1, line);
        return this.derive(item, accept).map((step) => ({
          ...step,
          rest: this.#sequence(step.rest, again),
          rounds: [line, ...step.rounds],
        }));
      }
    }
  }

  #deriveShuffle(items: readonly Residual[], accept: Accept): readonly Step[] {
    const seen = new Set<number>();
    return items.flatMap((item, index) => {
      if (seen.has(item.shape)) return [];
      seen.add(item.shape);
      return this.derive(item, accept).map((step) => ({ ...step, rest: this.#shuffle(items.with(index, step.rest)) }));
    });
  }

  #sequence(head: Residual, tail: Residual): Residual {
    if (head.kind === 'nothing') return tail;
    if (tail.kind === 'nothing') return head;
    const shape = this.#shape(`sequence ${head.shape} ${tail.shape}`);
    return { kind: 'sequence', head, tail, shape, canEnd: head.canEnd && tail.canEnd };
  }

  #shuffle(all: readonly Residual[]): Residual {
    const items = all
      .flatMap((item) => (item.kind === 'shuffle' ? item.items : [item]))
      .filter((item) => item.kind !== 'nothing');
    const [only] = items;
    if (!only) return this.nothing;
    if (items.length === 1) return only;
    const shapes = items.map((item) => item.shape).sort((a, b) => a - b);
    const shape = this.#shape(`shuffle ${shapes.join(' ')}`);
    return { kind: 'shuffle', items, shape, canEnd: items.every((item) => item.canEnd) };
  }

  #alternative(items: readonly Residual[]): Residual {
    const shape = this.#shape(`alternative ${items.map((item) => item.shape).join(' ')}`);
    return { kind: 'alternative', items, shape, canEnd: items.some((item) => item.canEnd) };
  }

  #repetition(item: Residual, least: number, most: number, line: number): Residual {
    if (most === 0 || item.kind === 'nothing') return this.nothing;
    const shape = this.#shape(`repetition ${item.shape} ${least} ${most}`);
    return { kind: 'repetition', item, least, most, line, shape, canEnd: least === 0 || item.canEnd };
  }

  #shape(key: string): number {
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const shape = this.#shapes.size + 1;
    this.#shapes.set(key, shape);
    return shape;
  }
}

/** Accepts the lines of a contract that `text` fits. */
export function fitting(text: string, bound: Bindings, backReferences: ReadonlySet<string>, budget: Budget): Accept {
  return (node) => readings(node.pattern, text, bound, backReferences, budget);
}

/** Accepts any line of a contract as it is, unread. */
export const anyLine: Accept = () => [noBindings];
