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
  WithStatement: () => ({
    what: "The 'with' statement is not supported. All symbols in a 'with' block will have type 'any'.",
    fix: 'write the name of the object before each of its properties, or name the file .cjs',
  }),
  NumericLiteral: legacyOctal,
  IfStatement: functionAsBody,
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

/** 010, and not 08. */
function legacyOctal({ extra }: TypedNode): Refused | undefined {
  const raw: unknown = typeof extra === 'object' && extra !== null ? Reflect.get(extra, 'raw') : undefined;
  if (typeof raw !== 'string' || !/^0[0-7]+$/.test(raw)) return undefined;
  const what = 'Legacy octal literals are not available when targeting ECMAScript 5 and higher';
  return { what, fix: `write 0o${raw.slice(1)}` };
}

function functionAsBody(node: TypedNode): Refused | undefined {
  const bodies = [node['consequent'], node['alternate']].map(nodeIn);
  if (!bodies.some((body) => body?.type === 'FunctionDeclaration')) return undefined;
  return { what: 'Declaration is not allowed', fix: 'put the function in braces' };
}
