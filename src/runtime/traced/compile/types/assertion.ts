// Blanks out `as`, `satisfies` and `f<T>`. Where what is left would be grouped otherwise, Node refuses it.
import type { Erasure } from './erasure.ts';
import { nameIn, nodeIn } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

const precedence: Readonly<Record<string, number>> = Object.fromEntries(
  [['??'], ['||'], ['&&'], ['|'], ['^'], ['&'], ['==', '!=', '===', '!=='], ['<', '<=', '>', '>=', 'in', 'instanceof']]
    .concat([['<<', '>>', '>>>'], ['+', '-'], ['*', '/', '%'], ['**']])
    .flatMap((operators, level) => operators.map((operator) => [operator, level])),
);
const assertions = new Set(['TSAsExpression', 'TSSatisfiesExpression']);
const operations = new Set(['BinaryExpression', 'LogicalExpression']);

export function eraseAssertion(erasure: Erasure, node: TypedNode): void {
  const { tokens, blanks } = erasure;
  const end = nodeIn(node['expression'])?.end ?? node.start;
  blanks.blank(end, node.end);
  const word = tokens.from(end);
  if (word && !isConst(node) && tokens.goesOn(node.end, 'expression')) blanks.put(word.start, ';');
}

/** Whether the operator behind the assertion binds tighter than the one in it: `a + b as number * c`. */
export function changesGrouping({ tokens }: Erasure, node: TypedNode): boolean {
  if (!assertions.has(node.type)) return false;
  const next = tokens.text(tokens.from(node.end));
  let inner = nodeIn(node['expression']);
  while (inner && assertions.has(inner.type)) inner = nodeIn(inner['expression']);
  const base = inner && operations.has(inner.type) ? String(inner['operator']) : '';
  const [before, after] = [precedence[base], precedence[next]];
  if (before === undefined || after === undefined) return false;
  return after > before || (after === before && next === '**');
}

function isConst(node: TypedNode): boolean {
  return nameIn(nodeIn(node['typeAnnotation'])?.['typeName']) === 'const';
}
