// Nodes of a TypeScript tree as the parser gives them: what every node has, and guarded ways to the rest.

export interface TypedNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Lines count from 1. */
  readonly loc: { readonly start: { readonly line: number } };
  readonly [field: string]: unknown;
}

export function isTyped(value: unknown): value is TypedNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes in a field that holds a list of them; none where it is absent. */
export function nodes(value: unknown): TypedNode[] {
  return Array.isArray(value) ? value.filter(isTyped) : [];
}

/** The node in a field, if one is there. */
export function nodeIn(value: unknown): TypedNode | undefined {
  return isTyped(value) ? value : undefined;
}

/** The nodes right below `node`, in the order of its fields. */
export function below(node: TypedNode): TypedNode[] {
  return Object.values(node).flatMap((value) => (isTyped(value) ? [value] : nodes(value)));
}

/** The name in a field that holds an identifier. */
export function nameIn(value: unknown): string | undefined {
  const name = isTyped(value) && value.type === 'Identifier' ? value['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}
