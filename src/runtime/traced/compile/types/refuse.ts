// What Node refuses because it cannot be erased: what Node says of it, and what to write instead.
import { CourseError } from '../../../../error.ts';
import { changesGrouping } from './assertion.ts';
import { invalid } from './invalid.ts';
import type { Refused } from './invalid.ts';
import type { Erasure } from './erasure.ts';
import { isTypeDeclaration, isTypeStatement } from './type-only.ts';
import { nameIn, nodeIn, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

/** Throws a CourseError if this node itself is what Node refuses. */
export function refuseNode(erasure: Erasure, node: TypedNode): void {
  const refused = notErasable[node.type]?.(node, erasure) ?? invalid[node.type]?.(node);
  if (!refused) return;
  throw new CourseError({
    what: `Node refuses it: ${refused.what}`,
    where: { file: erasure.source.file, line: node.loc.start.line },
    fix: refused.fix,
  });
}

const notErasable: Readonly<Record<string, (node: TypedNode, erasure: Erasure) => Refused | undefined>> = {
  TSEnumDeclaration: enumeration,
  TSModuleDeclaration: namespace,
  TSParameterProperty: parameterProperty,
  TSImportEqualsDeclaration: importEquals,
  TSExportAssignment: () => unsupported('export assignment', 'write export default in its place'),
  TSTypeAssertion: castInBrackets,
  TSAsExpression: grouping,
  TSSatisfiesExpression: grouping,
};

function unsupported(kind: string, fix: string): Refused {
  return { what: `TypeScript ${kind} is not supported in strip-only mode`, fix };
}

function enumeration(node: TypedNode): Refused | undefined {
  if (isTypeDeclaration(node)) return undefined;
  return unsupported('enum', `an enum is no erasable syntax: write const ${nameOf(node)} = { … } as const`);
}

function namespace(node: TypedNode): Refused | undefined {
  const name = nameOf(node);
  if (usesModule(node)) {
    const fix = isTypeDeclaration(node) ? 'write namespace in its place' : `write const ${name} = { … }`;
    return { what: '`module` keyword is not supported. Use `namespace` instead.', fix };
  }
  if (isTypeDeclaration(node)) return undefined;
  return unsupported(
    'namespace declaration',
    `a namespace with values is no erasable syntax: write const ${name} = { … }`,
  );
}

/** `module A {}`, or a namespace in which one stands. */
function usesModule(node: TypedNode): boolean {
  if (node.type === 'TSModuleDeclaration' && node['kind'] === 'module' && nameIn(node['id']) !== undefined) return true;
  const inner = node.type === 'ExportNamedDeclaration' ? nodeIn(node['declaration']) : nodeIn(node['body']);
  if (inner?.type === 'TSModuleBlock') return nodes(inner['body']).some(usesModule);
  return inner?.type === 'TSModuleDeclaration' && usesModule(inner);
}

function parameterProperty(node: TypedNode): Refused {
  const parameter = nodeIn(node['parameter']);
  const name = nameIn(parameter) ?? nameIn(parameter?.['left']) ?? 'name';
  return unsupported('parameter property', `declare the field ${name} in the class and write this.${name} = ${name};`);
}

function importEquals(node: TypedNode, erasure: Erasure): Refused | undefined {
  if (isTypeStatement(node)) return undefined;
  const reference = nodeIn(node['moduleReference']);
  const path = nodeIn(reference?.['expression']);
  const fix = path
    ? `write import ${nameOf(node)} from ${textOf(erasure, path)}`
    : `write const ${nameOf(node)} = ${textOf(erasure, reference)}`;
  return unsupported('import equals declaration', fix);
}

function castInBrackets(node: TypedNode, erasure: Erasure): Refused {
  const [type, value] = ['typeAnnotation', 'expression'].map((field) => textOf(erasure, nodeIn(node[field])));
  const what =
    'The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. ' +
    "Instead, use the 'as' syntax: `expr as T`.";
  return { what, fix: `write ${value} as ${type}` };
}

function grouping(node: TypedNode, erasure: Erasure): Refused | undefined {
  if (!changesGrouping(erasure, node)) return undefined;
  const what = 'Type assertions that would change binary expression grouping are not supported in strip-only mode.';
  return { what, fix: `write (${textOf(erasure, node)})` };
}

function nameOf(node: TypedNode): string {
  return nameIn(node['id']) ?? 'name';
}

function textOf({ source }: Erasure, node: TypedNode | undefined): string {
  return node ? source.text.slice(node.start, node.end) : '';
}
