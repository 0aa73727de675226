// Which parts of a program are all type, so that nothing of them is left in a run.
import { isTyped, nodeIn, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';

const typeDeclarations = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction']);
const valueDeclarations = new Set([
  'VariableDeclaration',
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSEnumDeclaration',
  'TSModuleDeclaration',
]);
const typeParts = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
  'TSIndexSignature',
  'TSDeclareMethod',
]);

/** A declaration, an import or an export that is erased as a whole. */
export function isTypeStatement(node: TypedNode): boolean {
  const { declaration, exportKind, importKind } = node;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      return importKind === 'type';
    case 'ExportAllDeclaration':
      return exportKind === 'type';
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return isTyped(declaration) ? isTypeDeclaration(declaration) : exportKind === 'type';
    default:
      return isTypeDeclaration(node);
  }
}

/** An annotation, or a member of a class that only types have. */
export function isTypePart(node: TypedNode): boolean {
  const isMember = node.type.startsWith('Class') && node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression';
  return typeParts.has(node.type) || (isMember && (node['declare'] === true || node['abstract'] === true));
}

/** `declare`, an interface, an overload without a body, a namespace in which no value stands. */
export function isTypeDeclaration(node: TypedNode): boolean {
  return (
    typeDeclarations.has(node.type) ||
    (valueDeclarations.has(node.type) && node['declare'] === true) ||
    (node.type === 'TSModuleDeclaration' && nodeIn(node['id'])?.type === 'StringLiteral') ||
    isWithoutValues(node)
  );
}

/** An interface, a type, or a namespace of nothing else, however deep. */
function isWithoutValues(node: TypedNode): boolean {
  const { type, declaration } = node;
  if (type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration') return true;
  if (type === 'ExportNamedDeclaration') return isTyped(declaration) && isWithoutValues(declaration);
  const body = type === 'TSModuleDeclaration' ? nodeIn(node['body']) : undefined;
  if (body?.type === 'TSModuleDeclaration') return isWithoutValues(body);
  return body !== undefined && nodes(body['body']).every(isWithoutValues);
}
