// Blanks out the types of arrow functions. Where a type reaches over a line end, a bracket takes its place: JavaScript
// allows no line end before `=>`, nor between `async`, `return`, `throw` or `yield` and what belongs to them.
import type { Erasure } from './erasure.ts';
import { nodeIn } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

export function eraseArrow(erasure: Erasure, node: TypedNode): void {
  const { tokens, blanks } = erasure;
  const parameters = nodeIn(node['typeParameters']);
  if (parameters && node['async'] === true && tokens.hasLineBreak(parameters.start, parameters.end)) {
    openAt(erasure, parameters);
  }
  const result = nodeIn(node['returnType']);
  const [closing, arrow] = result ? [tokens.before(result.start), tokens.from(result.end)] : [];
  if (!result || !closing || !arrow || !tokens.hasLineBreak(closing.start, arrow.start)) return;
  erasure.blank(closing);
  blanks.put(result.end - 1, ')');
}

/** `return`, `throw` or `yield` of a generic arrow function. */
export function eraseLeading(erasure: Erasure, node: TypedNode): void {
  const arrow = nodeIn(node['argument']);
  const parameters = arrow?.type === 'ArrowFunctionExpression' ? nodeIn(arrow['typeParameters']) : undefined;
  if (!arrow || !parameters || arrow['async'] === true) return;
  const opening = erasure.tokens.from(parameters.end);
  if (opening && erasure.tokens.hasLineBreak(parameters.start, opening.start)) openAt(erasure, parameters);
}

/** The bracket behind the type parameters moves to where these begin. */
function openAt({ tokens, blanks }: Erasure, { start, end }: TypedNode): void {
  const opening = tokens.from(end);
  if (!opening) return;
  blanks.put(opening.start, ' ');
  blanks.put(start, '(');
}
