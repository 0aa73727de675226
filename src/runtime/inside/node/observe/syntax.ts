// What the transform asks of a syntax tree.
import type { AnyNode, ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from 'acorn';

export type Syntax = AnyNode;
export type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

export function isFunction(node: Syntax): node is FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** The nodes directly inside a node, in the order of the text. */
export function children(node: Syntax): Syntax[] {
  return Object.values(node).flat().filter(isSyntax);
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The name that the language itself gives to a function; undefined if it has none. */
export function nameOf(node: FunctionNode, parent: Syntax): string | undefined {
  if (node.type !== 'ArrowFunctionExpression' && node.id) return node.id.name;
  switch (parent.type) {
    case 'VariableDeclarator':
      return identifier(parent.id);
    case 'AssignmentExpression':
      return identifier(parent.left);
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return identifier(parent.key);
    default:
      return undefined;
  }
}

/** The parameters that are plain names, with or without a default. */
export function parameterNames(node: FunctionNode): string[] {
  return node.params
    .map((parameter) => identifier(parameter.type === 'AssignmentPattern' ? parameter.left : parameter))
    .filter((name) => name !== undefined);
}

function identifier(node: Syntax): string | undefined {
  if (node.type === 'MemberExpression') return identifier(node.property);
  return node.type === 'Identifier' || node.type === 'PrivateIdentifier' ? node.name : undefined;
}
