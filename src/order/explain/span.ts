// Where a block stands in every output: known only if what comes before it always prints the same number of lines.
import { childrenOf } from '../contract.ts';
import type { OrderNode } from '../contract.ts';

/** First and last line of output, counted from 1. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The spans of the blocks and lines whose place in the output never varies. */
export function spansOf(body: OrderNode): ReadonlyMap<OrderNode, Span> {
  const spans = new Map<OrderNode, Span>();
  // `first` is undefined where the place varies.
  const place = (node: OrderNode, first: number | undefined): void => {
    const size = sizeOf(node);
    if (first !== undefined && size !== undefined && size > 0) spans.set(node, { first, last: first + size - 1 });
    let next = first;
    for (const child of childrenOf(node)) {
      const varies = node.kind === 'shuffle' || node.kind === 'repetition';
      place(child, varies ? undefined : next);
      const length = sizeOf(child);
      if (node.kind === 'sequence') next = next === undefined || length === undefined ? undefined : next + length;
    }
  };
  place(body, 1);
  return spans;
}

// How many lines a node prints; undefined if that varies.
function sizeOf(node: OrderNode): number | undefined {
  switch (node.kind) {
    case 'line':
      return 1;
    case 'sequence':
    case 'shuffle':
      return node.items.reduce<number | undefined>((sum, item) => add(sum, sizeOf(item)), 0);
    case 'alternative': {
      const sizes = new Set(node.items.map(sizeOf));
      return sizes.size === 1 ? [...sizes][0] : undefined;
    }
    case 'repetition': {
      const size = sizeOf(node.item);
      return node.least === node.most && size !== undefined ? size * node.most : undefined;
    }
  }
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}
