// Blanks out the types that only classes have: implements, abstract, access words, marks behind a name.
import { endOfKey } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import { nameIn, nodeIn, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

const modifiers = new Set(['readonly', 'public', 'protected', 'private', 'override']);
/** What a modifier can stand before: a name, a string, a number, `[`, `{`, `*`, `#`, `...`. */
const afterModifier = /^(?:[\p{ID_Start}$_\\[{*#'"\d]|\.\.\.|\.\d)/u;
/** Behind a field without semicolon these names go on with it. */
const operators: readonly unknown[] = ['in', 'instanceof'];
/** Before a line break these names are the whole field only with a semicolon behind them. */
const words: readonly unknown[] = ['get', 'set', 'static'];

/** What stands before the body of a class. */
export function eraseClass(erasure: Erasure, node: TypedNode): void {
  const { tokens, blanks } = erasure;
  if (node['abstract'] === true) erasure.blank(tokens.from(node.start));
  const interfaces = nodes(node['implements']);
  const [first, last] = [interfaces[0], interfaces.at(-1)];
  const word = first && tokens.before(first.start);
  if (word && last) blanks.blank(word.start, last.end);
}

/** What stands before and behind the name of a member. */
export function eraseMember(erasure: Erasure, node: TypedNode): void {
  eraseModifiers(erasure, node);
  const end = endOfKey(erasure, node);
  if (node['optional'] === true) erasure.blankMark(end, '?');
  if (node['definite'] === true) erasure.blankMark(end, '!');
  const annotation = nodeIn(node['typeAnnotation']);
  if (node.type === 'ClassProperty' && !node['value'] && annotation && words.includes(plainName(node))) {
    erasure.blanks.put(annotation.start, ';');
  }
  if (joinsTheMemberBefore(node)) erasure.blanks.put(node.start, ';');
}

function eraseModifiers(erasure: Erasure, node: TypedNode): void {
  const { tokens } = erasure;
  const key = nodeIn(node['key'])?.start ?? node.start;
  let token = tokens.from(node.start);
  while (token && token.start < key) {
    const next = tokens.from(token.end);
    if (!next || tokens.hasLineBreak(token.end, next.start) || !afterModifier.test(tokens.text(next))) return;
    const word = tokens.text(token);
    if (modifiers.has(word)) erasure.blank(token);
    else if (word !== 'static') return;
    token = next;
  }
}

/** Without its modifiers this member would be read as part of the field before it, where that ends without semicolon. */
function joinsTheMemberBefore(node: TypedNode): boolean {
  if (node.type !== 'ClassMethod' && node.type !== 'ClassProperty') return false;
  const isReadonly = node.type === 'ClassProperty' && node['readonly'] === true;
  if (!isReadonly && node['override'] !== true && node['accessibility'] === undefined) return false;
  if (node['static'] === true) return false;
  return node['computed'] === true || node['generator'] === true || operators.includes(plainName(node));
}

function plainName(node: TypedNode): string | undefined {
  return node['computed'] === true ? undefined : nameIn(node['key']);
}
