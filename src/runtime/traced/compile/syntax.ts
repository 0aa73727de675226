// How the transform walks a syntax tree: children in source order of their fields, functions told apart from the rest.
import type { AnyNode, ArrowFunctionExpression, FunctionDeclaration, FunctionExpression, Node } from 'acorn';

export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** The nodes right below `node`. */
export function childrenOf(node: Node): AnyNode[] {
  const found: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A function that a person can call: class declarations have a function's shape only inside their methods. */
export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** A function with its own `this`, `super` and `arguments`. */
export function isOrdinaryFunction(node: Node): boolean {
  return isFunction(node) && node.type !== 'ArrowFunctionExpression';
}

/** The first node at or below one of `nodes` that fits, not looking into those at which `stop` says so. */
export function find(
  nodes: readonly AnyNode[],
  fits: (node: AnyNode) => boolean,
  stop: (node: AnyNode) => boolean,
): AnyNode | undefined {
  for (const node of nodes) {
    if (fits(node)) return node;
    const below = stop(node) ? undefined : find(childrenOf(node), fits, stop);
    if (below) return below;
  }
  return undefined;
}

/** The line on which a node begins, from 1. */
export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 0;
}
