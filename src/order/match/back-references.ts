// Names of placeholders that must be the same text each time.
import { childrenOf, linesOf } from '../contract.ts';
import type { OrderNode } from '../contract.ts';
import { slotsOf } from '../pattern.ts';

/** The names that stand twice among the printed lines, or once in a repetition. */
export function backReferencedNames(body: OrderNode): ReadonlySet<string> {
  const names = namesIn(body);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  return new Set([...twice, ...repetitions(body).flatMap(namesIn)]);
}

function namesIn(node: OrderNode): readonly string[] {
  return linesOf(node).flatMap((line) => slotsOf(line.pattern).map((slot) => slot.name));
}

function repetitions(node: OrderNode): readonly OrderNode[] {
  return node.kind === 'repetition' ? [node] : childrenOf(node).flatMap(repetitions);
}
