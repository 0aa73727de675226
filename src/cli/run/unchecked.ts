// What one run cannot check of its contract: that an order is free, on what it rests, and on the machine's clock how long it takes.
import { freedoms } from '../../order/index.ts';
import type { Contract } from '../../order/index.ts';

/** "line 1 (assume cpu), line 3 (free by latency)"; undefined where one run checks all. */
export function uncheckedMarks(contract: Contract, isVirtual: boolean): string | undefined {
  const { assumptions, elapsed } = contract;
  const marks = [
    ...assumptions.map(({ line, cause }) => ({ line, what: `assume ${cause}` })),
    ...freedoms(contract).map(({ line, kind, cause }) => ({ line, what: `${kind} by ${cause}` })),
    ...(elapsed && !isVirtual ? [{ line: elapsed.line, what: 'elapsed' }] : []),
  ];
  if (marks.length === 0) return undefined;
  const inOrder = marks.toSorted((a, b) => a.line - b.line);
  return inOrder.map(({ line, what }) => `line ${line} (${what})`).join(', ');
}
