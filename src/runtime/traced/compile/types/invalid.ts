// What Node takes for no TypeScript and the parser lets pass: what Node says of it, and what to write instead.
import { nameIn, nodeIn, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

/** What Node refuses. */
export interface Refused {
  /** Word for word what Node says. */
  readonly what: string;
  readonly fix: string;
}

const typeNames: ReadonlySet<unknown> = new Set(
  'any unknown never number bigint boolean string symbol object intrinsic'.split(' '),
);

export const invalid: Readonly<Record<string, (node: TypedNode) => Refused | undefined>> = {
  ClassDeclaration: (node) => named(node, 'Invalid class name'),
  ClassExpression: (node) => named(node, 'Invalid class name'),
  TSInterfaceDeclaration: (node) => named(node, 'interface name is invalid'),
  ForInStatement: annotatedHead,
  ForOfStatement: annotatedHead,
  Decorator: () => ({
    what: 'Invalid or unexpected token',
    fix: 'Node has no decorators: call the function on the class below it',
  }),
  ClassPrivateMethod: privateTwice,
};

function named(node: TypedNode, what: string): Refused | undefined {
  const name = nameIn(node['id']);
  return typeNames.has(name) ? { what, fix: `${name} is a type of TypeScript: choose another name` } : undefined;
}

function annotatedHead(node: TypedNode): Refused | undefined {
  const [variable] = nodes(nodeIn(node['left'])?.['declarations']);
  if (!nodeIn(nodeIn(variable?.['id'])?.['typeAnnotation'])) return undefined;
  const what = "The left-hand side of a 'for...of' statement cannot use a type annotation";
  return { what, fix: 'leave the type out: it follows from what the loop goes through' };
}

function privateTwice(node: TypedNode): Refused | undefined {
  const word = node['accessibility'];
  if (typeof word !== 'string') return undefined;
  const what = 'An accessibility modifier cannot be used with a private identifier.';
  return { what, fix: `leave ${word} out: the # says it` };
}
