// Blanks out the types of a TypeScript program: what is left is JavaScript with every line and column where it was,
// character for character what Node leaves. What Node refuses is refused with what Node says.
// Source of the rules: crates/swc_ts_fast_strip/src/lib.rs of swc, which Node runs.
import { eraseArrow, eraseLeading } from './types/arrow.ts';
import { eraseAssertion } from './types/assertion.ts';
import { eraseClass, eraseMember } from './types/class.ts';
import { refuseNode } from './types/refuse.ts';
import { Erasure, endOfKey } from './types/erasure.ts';
import { parseTypeScript } from './types/parse.ts';
import type { SourceKind } from './types/parse.ts';
import type { SourceFile } from './refusal.ts';
import { isTypeDeclaration, isTypePart, isTypeStatement } from './types/type-only.ts';
import { below, nameIn, nodeIn, nodes } from './types/typed-node.ts';
import type { TypedNode } from './types/typed-node.ts';

/**
 * The program without its types, and without a byte order mark. Throws a SyntaxError that ends in "(line:column)" where it is no TypeScript of this
 * `kind`, and a CourseError for what cannot be erased.
 */
export function erase(source: SourceFile, kind: SourceKind = 'unambiguous'): string {
  const text = source.text.replace(/^\uFEFF/, '');
  const { program, tokens } = parseTypeScript(text, kind);
  const erasure = new Erasure({ ...source, text }, tokens);
  visit(erasure, program);
  return erasure.blanks.text();
}

function visit(erasure: Erasure, node: TypedNode): void {
  refuseNode(erasure, node);
  if (isTypeStatement(node)) return erasure.blankStatement(node);
  if (isTypePart(node)) return erasure.blanks.blank(node.start, node.end);
  eraseThisParameter(erasure, node);
  partly[node.type]?.(erasure, node);
  for (const child of below(node)) visit(erasure, child);
}

/** What is erased of a node itself; what stands below it is visited by itself. */
const partly: Readonly<Record<string, (erasure: Erasure, node: TypedNode) => void>> = {
  ArrowFunctionExpression: eraseArrow,
  ReturnStatement: eraseLeading,
  ThrowStatement: eraseLeading,
  YieldExpression: eraseLeading,
  ClassDeclaration: eraseClass,
  ClassExpression: eraseClass,
  ClassMethod: eraseMember,
  ClassPrivateMethod: eraseMember,
  ClassProperty: eraseMember,
  ClassPrivateProperty: eraseMember,
  ClassAccessorProperty: eraseMember,
  Identifier: eraseOptional,
  ArrayPattern: eraseOptional,
  ObjectPattern: eraseOptional,
  VariableDeclarator: eraseDefinite,
  ObjectMethod: eraseGetter,
  ImportSpecifier: eraseSpecifier,
  ExportSpecifier: eraseSpecifier,
  TSAsExpression: eraseAssertion,
  TSSatisfiesExpression: eraseAssertion,
  TSInstantiationExpression: ({ blanks }, node) => blanks.blank(nodeIn(node['expression'])?.end ?? node.end, node.end),
  TSNonNullExpression: ({ blanks }, { end }) => blanks.blank(end - 1, end),
  IfStatement: keepBodies,
  ForStatement: keepBodies,
  ForInStatement: keepBodies,
  ForOfStatement: keepBodies,
  WhileStatement: keepBodies,
  DoWhileStatement: keepBodies,
};

/** A parameter called `this`. */
function eraseThisParameter(erasure: Erasure, node: TypedNode): void {
  const [first] = nodes(node['params']);
  if (first && nameIn(first) === 'this') erasure.blankListed(first);
}

/** `name?` of a parameter. */
function eraseOptional(erasure: Erasure, node: TypedNode): void {
  if (node['optional'] !== true) return;
  erasure.blank(erasure.tokens.before(nodeIn(node['typeAnnotation'])?.start ?? node.end));
}

/** `name!` of a declaration. */
function eraseDefinite(erasure: Erasure, node: TypedNode): void {
  const name = erasure.tokens.from(node.start);
  if (node['definite'] === true && name) erasure.blankMark(name.end, '!');
}

/** A getter has no parameters but `this`, which is a type. */
function eraseGetter(erasure: Erasure, node: TypedNode): void {
  if (node['kind'] !== 'get') return;
  const opening = erasure.tokens.from(endOfKey(erasure, node));
  const closing = erasure.tokens.before((nodeIn(node['returnType']) ?? nodeIn(node['body']))?.start ?? node.end);
  if (opening && closing) erasure.blanks.blank(opening.end, closing.start);
}

/** `type name` among the names of an import or export. */
function eraseSpecifier(erasure: Erasure, node: TypedNode): void {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') erasure.blankListed(node);
}

/** A body that is all type becomes an empty statement. */
function keepBodies(erasure: Erasure, node: TypedNode): void {
  for (const body of [node['body'], node['consequent'], node['alternate']].map(nodeIn)) {
    if (body && isTypeDeclaration(body)) erasure.blanks.put(body.start, ';');
  }
}
