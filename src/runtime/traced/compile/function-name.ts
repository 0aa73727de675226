// The name that a function gets from where it stands: ECMA-262, NamedEvaluation.
import type { AnyNode } from 'acorn';
import { before, behind } from './edit.ts';
import type { Edit } from './edit.ts';
import { refusal } from './refusal.ts';
import { isFunction } from './syntax.ts';
import type { FunctionNode } from './syntax.ts';

/** The text of an expression that gives the name of an async function that has none itself. */
export function inferredName(edit: Edit, node: FunctionNode, parent: AnyNode | undefined): string {
  switch (parent?.type) {
    case 'VariableDeclarator':
      return quoted(parent.id);
    case 'AssignmentExpression':
      return /^(?:=|\|\|=|&&=|\?\?=)$/.test(parent.operator) ? quoted(parent.left) : '""';
    case 'AssignmentPattern':
      return quoted(parent.left);
    case 'Property':
      return parent.computed ? '$$.key' : quoted(parent.key);
    case 'PropertyDefinition':
      if (!parent.computed) return quoted(parent.key);
      throw refusal(edit.source, node, 'an async function in a field with a computed name is not available');
    case 'ExportDefaultDeclaration':
      return '"default"';
    default:
      return '""';
  }
}

/** A computed name of an async function is remembered for it. */
export function rememberKey(edit: Edit, node: Extract<AnyNode, { type: 'Property' }>): void {
  const { computed, method, value, key } = node;
  if (!computed || method || !isFunction(value) || !value.async) return;
  before(edit, key.start, '$$.remember(');
  behind(edit, key.end, ')');
}

function quoted(node: AnyNode): string {
  switch (node.type) {
    case 'Identifier':
      return JSON.stringify(node.name);
    case 'PrivateIdentifier':
      return JSON.stringify(`#${node.name}`);
    case 'Literal':
      return JSON.stringify(String(node.value));
    default:
      return '""';
  }
}
