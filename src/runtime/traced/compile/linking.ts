// An ES module that is linked with others: what it exports, and how its imports are read. An import is no constant but a look into
// the module that exports it, so that its value is always the latest (ECMA-262 16.2.1.7, "live bindings").
import type { AnyNode, Identifier, ImportDeclaration, Program } from 'acorn';
import type { ExportNames, ImportedName } from '../program.ts';
import { moduleName } from './available.ts';
import { namesOf, referencesTo } from './scopes.ts';
import { find, isFunction, lineOf } from './syntax.ts';

export interface Linking {
  /** Expressions of what stands for identifiers that an import declares. */
  readonly references: ReadonlyMap<Identifier, string>;
  /** Statements before the module: where its imports are looked up. */
  readonly prelude: readonly string[];
  /** An object literal with a function for each export of its own. */
  readonly getters: string;
  readonly exports: ExportNames;
  readonly imported: readonly ImportedName[];
  /** Static specifiers of files, in their order. */
  readonly requested: readonly string[];
}

export function linkingOf(tree: Program): Linking {
  const locals = new Map<string, string>();
  const prelude: string[] = [];
  const imported: ImportedName[] = [];
  for (const node of tree.body) {
    if (node.type !== 'ImportDeclaration' || moduleName(String(node.source.value))) continue;
    const name = `$$i${prelude.length}`;
    prelude.push(`const ${name}=$$.bindings(${JSON.stringify(node.source.value)});`);
    for (const each of readings(node, name)) {
      locals.set(each.local, each.text);
      if (each.imported !== undefined) {
        imported.push({ from: String(node.source.value), name: each.imported, line: lineOf(node) });
      }
    }
  }
  const references = new Map<Identifier, string>();
  for (const node of referencesTo(tree, new Set(locals.keys())))
    references.set(node, locals.get(node.name) ?? node.name);
  const { getters, exports } = exportsOf(tree, locals);
  return { references, prelude, getters, exports, imported, requested: requestedBy(tree) };
}

/** Whether the module waits at its top level (ECMA-262 [[HasTLA]]). */
export function hasTopLevelAwait(tree: Program): boolean {
  const waits = (node: AnyNode) =>
    node.type === 'AwaitExpression' ||
    (node.type === 'ForOfStatement' && node.await) ||
    (node.type === 'VariableDeclaration' && node.kind === 'await using');
  return find(tree.body, waits, isFunction) !== undefined;
}

function requestedBy(tree: Program): string[] {
  const named = tree.body.flatMap((node) => ('source' in node && node.source ? [String(node.source.value)] : []));
  return [...new Set(named)].filter((specifier) => !moduleName(specifier));
}

interface Reading {
  readonly local: string;
  readonly text: string;
  /** Undefined for the namespace. */
  readonly imported: string | undefined;
}

function readings({ specifiers }: ImportDeclaration, name: string): Reading[] {
  return specifiers.map((specifier): Reading => {
    const local = specifier.local.name;
    if (specifier.type === 'ImportNamespaceSpecifier') return { local, text: `${name}.namespace`, imported: undefined };
    const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameIn(specifier.imported);
    return { local, text: `${name}.values[${JSON.stringify(imported)}]`, imported };
  });
}

function exportsOf(tree: Program, locals: ReadonlyMap<string, string>): Pick<Linking, 'getters' | 'exports'> {
  const local = new Map<string, string>();
  const indirect: ExportNames['indirect'][number][] = [];
  const stars: string[] = [];
  for (const node of tree.body) {
    if (node.type === 'ExportAllDeclaration') {
      const from = String(node.source.value);
      if (node.exported) indirect.push({ name: nameIn(node.exported), from, imported: null });
      else stars.push(from);
    } else if (node.type === 'ExportDefaultDeclaration') {
      const id = 'id' in node.declaration ? node.declaration.id?.name : undefined;
      local.set('default', id ?? '$$default');
    } else if (node.type === 'ExportNamedDeclaration') {
      const from = node.source ? String(node.source.value) : undefined;
      for (const each of node.specifiers) {
        const name = nameIn(each.exported);
        if (from === undefined) local.set(name, locals.get(nameIn(each.local)) ?? nameIn(each.local));
        else indirect.push({ name, from, imported: nameIn(each.local) });
      }
      for (const name of declared(node.declaration)) local.set(name, name);
    }
  }
  const getters = [...local].map(([name, text]) => `${JSON.stringify(name)}:()=>${text}`);
  return { getters: `{${getters.join()}}`, exports: { local: [...local.keys()], indirect, stars } };
}

function declared(node: AnyNode | null | undefined): string[] {
  if (!node) return [];
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => namesOf(id));
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id.name] : [];
}

function nameIn(node: AnyNode): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}
