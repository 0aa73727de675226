// What is wrong with a run, and the words that all faults share. A fault is data: who prints it decides how.
import type { LineNode } from '../contract.ts';

export interface Fault {
  /** A sentence; details follow on lines of their own, indented by two spaces. */
  readonly message: string;
  /** Counts from 1, among the lines of stdout. */
  readonly outputLine?: number;
  /** Line in the contract's file. */
  readonly contractLine?: number;
}

/** `"b" (contract line 2)` */
export function named(node: LineNode): string {
  return `"${node.pattern.text}" (contract line ${node.line})`;
}

const shown = 4;

/** `"b" (contract line 2) or "c" (contract line 3)`; past four, how many more. */
export function anyOf(nodes: readonly LineNode[]): string {
  const names = nodes.slice(0, shown).map(named);
  if (nodes.length > shown) return `${names.join(', ')} or one of ${nodes.length - shown} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}` : (names[0] ?? '');
}
