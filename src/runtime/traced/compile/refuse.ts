// Looks through a program for what the traced engine cannot run, before anything is changed.
import type { AnyNode, ImportDeclaration, Program } from 'acorn';
import { full, simple } from 'acorn-walk';
import { moduleExports, moduleName } from './available.ts';
import type { Part } from './beside.ts';
import { refusal } from './refusal.ts';
import type { SourceFile } from './refusal.ts';

/** Throws a CourseError for the first thing that is not available. */
export function refuseUnknown({ source, tree, imports }: Part): void {
  refuseModules(source, tree, imports);
  refuseSyntax(source, tree);
  refuseNames(source, tree);
}

function refuseModules(source: SourceFile, tree: Program, imports: Part['imports']): void {
  const isFile = (node: AnyNode) => node.type === 'Literal' && imports.has(String(node.value));
  simple(tree, {
    ImportDeclaration: (node) => {
      if (!isFile(node.source)) refuseImport(source, node);
    },
    ExportNamedDeclaration: (node) => {
      if (node.source && !isFile(node.source)) refuseExport(source, node, node.source);
    },
    ExportAllDeclaration: (node) => {
      if (!isFile(node.source)) refuseExport(source, node, node.source);
    },
  });
}

function refuseExport(source: SourceFile, node: AnyNode, from: AnyNode): never {
  const name = from.type === 'Literal' ? String(from.value) : '';
  throw refusal(
    source,
    node,
    moduleName(name) ? 'an export of another module is not available' : `module ${name} is not available`,
  );
}

function refuseImport(source: SourceFile, node: ImportDeclaration): void {
  const specifier = String(node.source.value);
  const name = moduleName(specifier);
  if (!name) throw refusal(source, node, `module ${specifier} is not available`);
  const offered: readonly string[] = moduleExports[name];
  for (const each of node.specifiers) {
    if (each.type === 'ImportNamespaceSpecifier') continue;
    const wanted = each.type === 'ImportDefaultSpecifier' ? 'default' : exportedName(each.imported);
    if (!offered.includes(wanted)) throw refusal(source, each, `"${wanted}" of module ${specifier} is not available`);
  }
}

function exportedName(node: AnyNode): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}

function refuseSyntax(source: SourceFile, tree: Program): void {
  const head = (node: AnyNode | null | undefined) => {
    if (node?.type === 'VariableDeclaration' && node.kind === 'await using') {
      throw refusal(source, node, '"await using" in the head of a loop is not available');
    }
  };
  const assigned = (node: AnyNode) => {
    if (node.type === 'MemberExpression' && node.object.type === 'Super') {
      throw refusal(source, node, 'an assignment to a property of super is not available');
    }
  };
  simple(tree, {
    ForOfStatement: (node) => head(node.left),
    ForInStatement: (node) => head(node.left),
    ForStatement: (node) => head(node.init),
    AssignmentExpression: (node) => assigned(node.left),
    UpdateExpression: (node) => assigned(node.argument),
  });
}

/** The names of what the transform inserts: a program that has one could reach into the engine. */
function refuseNames(source: SourceFile, tree: Program): void {
  const refuse = (node: AnyNode) => {
    if (node.type === 'Identifier' && node.name.startsWith('$$')) {
      throw refusal(source, node, `the name "${node.name}" is not available`);
    }
  };
  full(tree, (node) => refuse(node));
}
