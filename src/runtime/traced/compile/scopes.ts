// Which names of a program are those of its imports: not those that a parameter or a declaration inside it hides.
import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { childrenOf, isFunction } from './syntax.ts';

type Names = ReadonlySet<string>;

/** The identifiers of `tree` that read or write one of `names`, which its imports declare. */
export function referencesTo(tree: Program, names: Names): ReadonlySet<Identifier> {
  const found = new Set<Identifier>();
  for (const statement of tree.body) collect(statement, tree, names, found);
  return found;
}

function collect(node: AnyNode, parent: AnyNode, visible: Names, found: Set<Identifier>): void {
  if (visible.size === 0 || node.type === 'ImportDeclaration') return;
  if (node.type === 'Identifier') {
    if (visible.has(node.name) && !isLabelOrKey(node, parent)) found.add(node);
    return;
  }
  const inner = without(visible, declaredIn(node));
  for (const child of childrenOf(node)) collect(child, node, inner, found);
}

function without(visible: Names, hidden: readonly string[]): Names {
  const first = hidden.find((name) => visible.has(name));
  return first === undefined ? visible : visible.difference(new Set(hidden));
}

/** The names that are new inside `node`. */
function declaredIn(node: AnyNode): string[] {
  if (isFunction(node)) {
    const own = node.type === 'FunctionExpression' && node.id ? [node.id.name] : [];
    const body = node.body.type === 'BlockStatement' ? variables(node.body) : [];
    return [...own, ...node.params.flatMap((each) => namesOf(each)), ...body];
  }
  switch (node.type) {
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'BlockStatement':
    case 'StaticBlock':
      return [...node.body.flatMap((each) => lexical(each)), ...(node.type === 'StaticBlock' ? variables(node) : [])];
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent.flatMap((each) => lexical(each)));
    case 'ForStatement':
      return node.init ? lexical(node.init) : [];
    case 'ForInStatement':
    case 'ForOfStatement':
      return lexical(node.left);
    case 'CatchClause':
      return node.param ? namesOf(node.param) : [];
    default:
      return [];
  }
}

/** What a statement declares in its block. */
function lexical(node: AnyNode): string[] {
  if (node.type === 'VariableDeclaration') {
    return node.kind === 'var' ? [] : node.declarations.flatMap(({ id }) => namesOf(id));
  }
  const isDeclared = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
  return isDeclared && node.id ? [node.id.name] : [];
}

/** What `var` declares anywhere in a function. */
function variables(node: AnyNode): string[] {
  if (isFunction(node)) return [];
  const own = node.type === 'VariableDeclaration' && node.kind === 'var';
  const names = own ? node.declarations.flatMap(({ id }) => namesOf(id)) : [];
  return [...names, ...childrenOf(node).flatMap((child) => variables(child))];
}

/** The names that a pattern binds. */
export function namesOf(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesOf(each.type === 'Property' ? each.value : each.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? namesOf(each) : []));
    case 'RestElement':
      return namesOf(pattern.argument);
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    default:
      return [];
  }
}

function isLabelOrKey(node: Identifier, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node && !parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ExportSpecifier':
      return true;
    default:
      return false;
  }
}
