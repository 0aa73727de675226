// Nodes of a TypeScript tree, whose fields acorn's own types do not know.
import type { Node } from 'acorn';

/** A node of a TypeScript tree: acorn's own types do not know these fields. */
export interface TypedNode extends Node {
  readonly [field: string]: unknown;
}

export function nodes(value: unknown): TypedNode[] {
  return Array.isArray(value) ? value.filter(isTyped) : [];
}

export function isTyped(value: unknown): value is TypedNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
