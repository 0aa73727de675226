// `super` inside a lowered function: a helper made outside reads its properties.
import type { AnyNode } from 'acorn';
import { original, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';

type MemberOrCall = Extract<AnyNode, { type: 'MemberExpression' | 'CallExpression' }>;

/** True if the node is done with everything below it. */
export function transformSuper(edit: Edit, node: MemberOrCall, { superName, ...scope }: Scope): boolean {
  if (superName === undefined) return false;
  if (node.type === 'MemberExpression') {
    if (node.object.type !== 'Super') return false;
    replace(edit, node.start, node.end, read(edit, node, superName));
    return true;
  }
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Super') return false;
  replace(edit, callee.start, callee.end, `${read(edit, callee, superName)}.call`);
  const parenthesis = edit.text.original.indexOf('(', callee.end);
  replace(edit, parenthesis, parenthesis + 1, node.arguments.length > 0 ? '(this,' : '(this');
  for (const argument of node.arguments) edit.visit(argument, node, { superName, ...scope });
  return true;
}

function read(
  edit: Edit,
  { property, computed }: Extract<AnyNode, { type: 'MemberExpression' }>,
  name: string,
): string {
  const key = original(edit, property.start, property.end);
  return `${name}(${computed ? key : JSON.stringify(key)})`;
}
