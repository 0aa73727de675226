// Blanks out the types that only classes have: implements, abstract, access words, index signatures, overloads.
import type { Blanks } from './blanks.ts';
import { isTyped, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

const members = new Set([
  'PropertyDefinition',
  'MethodDefinition',
  'AccessorProperty',
  'TSAbstractMethodDefinition',
  'TSAbstractPropertyDefinition',
  'TSIndexSignature',
]);
const words = /\b(?:public|private|protected|readonly|override|abstract|declare)\b/g;

/** What stands before the body of a class. */
export function eraseClass(blanks: Blanks, node: TypedNode): void {
  const body = node['body'];
  if (node['abstract'] === true && isTyped(body)) {
    const found = /\babstract\b/.exec(blanks.source.slice(node.start, body.start));
    if (found) blanks.blank(node.start + found.index, node.start + found.index + found[0].length);
  }
  const interfaces = nodes(node['implements']);
  const [first, last] = [interfaces[0], interfaces.at(-1)];
  if (first && last) blanks.blank(blanks.source.lastIndexOf('implements', first.start), last.end);
}

/** A member of a class; true if nothing of it is left to visit. */
export function eraseMember(blanks: Blanks, node: TypedNode): boolean {
  if (!members.has(node.type)) return false;
  const value = node['value'];
  const empty = isTyped(value) && (value.type === 'TSEmptyBodyFunctionExpression' || value['body'] == null);
  const isMethod = node.type === 'MethodDefinition';
  if (node.type.startsWith('TS') || node['abstract'] === true || (isMethod && empty)) {
    blanks.blank(node.start, node.end);
    return true;
  }
  const key = node['key'];
  if (!isTyped(key)) return false;
  for (const { index, 0: word } of blanks.source.slice(node.start, key.start).matchAll(words)) {
    blanks.blank(node.start + index, node.start + index + word.length);
  }
  if (node['optional'] === true || node['definite'] === true) {
    const mark = /^\s*\]?\s*[?!]/.exec(blanks.source.slice(key.end));
    if (mark) blanks.blank(key.end + mark[0].length - 1, key.end + mark[0].length);
  }
  return false;
}
