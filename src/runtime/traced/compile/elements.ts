// Elements in brackets, in a program with shared memory: each read and each write becomes a call of the engine, which lets other threads go
// on before it (../threads/elements.ts). What is destructured, deleted, called or reached by `?.` stays as it is.
import type { AnyNode, AssignmentExpression, MemberExpression, UpdateExpression } from 'acorn';
import { before, behind, original, replace } from './edit.ts';
import type { Edit } from './edit.ts';

/** What a pattern of an object assigns to: like every target of a pattern it stays as it is. */
const targets = new WeakSet<AnyNode>();

export function transformElement(edit: Edit, node: AnyNode, parent: AnyNode | undefined): void {
  if (node.type === 'ObjectPattern') {
    for (const property of node.properties) if (property.type === 'Property') targets.add(property.value);
  } else if (node.type === 'AssignmentExpression') transformAssignment(edit, node);
  else if (node.type === 'UpdateExpression') transformUpdate(edit, node);
  else if (node.type === 'MemberExpression' && isElement(node) && isRead(node, parent)) {
    before(edit, node.start, '$$.elements.get(');
    brackets(edit, node, ')');
  }
}

function isElement(node: AnyNode): node is MemberExpression {
  return node.type === 'MemberExpression' && node.computed && !node.optional && node.object.type !== 'Super';
}

function isRead(node: MemberExpression, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left !== node;
    case 'Property':
      return !targets.has(node);
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
    case 'ChainExpression':
    case 'TaggedTemplateExpression':
      return false;
    case 'CallExpression':
      return parent.callee !== node;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    case 'MemberExpression':
      return !parent.optional;
    default:
      return true;
  }
}

function transformAssignment(edit: Edit, { left, right, operator, start, end }: AssignmentExpression): void {
  if (!isElement(left) || isParenthesized(edit, left.end, right.start)) return;
  const at = operatorAt(edit, left.end, operator);
  if (operator === '=') {
    before(edit, start, '$$.elements.set(');
    brackets(edit, left, ',');
    replace(edit, at, at + operator.length, ' ');
    return behind(edit, end, ')');
  }
  const isLogical = operator === '||=' || operator === '&&=' || operator === '??=';
  const binary = operator.slice(0, -1);
  before(edit, start, `(${isLogical ? '(' : ''}$$.elements.at=$$.elements.reference(`);
  brackets(edit, left, isLogical ? ')).get()' : ')).put($$.elements.at.get()');
  replace(edit, at, at + operator.length, isLogical ? `${binary}$$.elements.at.put(` : `${binary}(`);
  behind(edit, end, '))');
}

function transformUpdate(edit: Edit, { argument, operator, prefix, start, end }: UpdateExpression): void {
  if (!isElement(argument)) return;
  const [from, to] = prefix ? [start, argument.start] : [argument.end, end];
  if (original(edit, from, to).trim() !== operator) return;
  before(edit, argument.start, '$$.elements.increment(');
  brackets(edit, argument, `,${operator === '++' ? 1 : -1},${prefix})`);
  const at = operatorAt(edit, from, operator);
  replace(edit, at, at + operator.length, ' ');
}

/** Between object and key comes a comma, after the key `close`. */
function brackets(edit: Edit, { object, end }: MemberExpression, close: string): void {
  const open = operatorAt(edit, object.end, '[');
  replace(edit, open, open + 1, ',');
  replace(edit, end - 1, end, close);
}

/** Where the operator stands, behind comments. */
function operatorAt({ text }: Edit, from: number, operator: string): number {
  const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;
  const blanked = text.original.slice(from).replace(comments, (comment) => ' '.repeat(comment.length));
  return from + blanked.indexOf(operator);
}

function isParenthesized(edit: Edit, from: number, to: number): boolean {
  return original(edit, from, to).trimStart().startsWith(')');
}
