// Imports become constants before the program, exports plain declarations, `import()` and `import.meta` calls of the engine.
import type { AnyNode, AssignmentProperty, Identifier, ImportDeclaration, ImportExpression, Property } from 'acorn';
import { moduleName } from './available.ts';
import { behind, lineEnds, replace } from './edit.ts';
import type { Edit } from './edit.ts';

/** True if the node is done with everything below it. */
export function transformModuleSyntax(edit: Edit, node: AnyNode): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
      if (moduleName(String(node.source.value))) edit.prelude.push(constants(node));
      replace(edit, node.start, node.end, lineEnds(edit, node.start, node.end));
      return true;
    case 'ExportNamedDeclaration':
      if (node.declaration) replace(edit, node.start, node.declaration.start, '');
      else replace(edit, node.start, node.end, lineEnds(edit, node.start, node.end));
      return !node.declaration;
    case 'ExportDefaultDeclaration': {
      const named = 'id' in node.declaration && node.declaration.id;
      if (named) replace(edit, node.start, node.declaration.start, '');
      else {
        // the name of a function or class that has none is "default"
        replace(edit, node.start, node.declaration.start, 'const{default:$$default}={default:');
        behind(edit, node.declaration.end, '};');
      }
      return false;
    }
    case 'ExportAllDeclaration':
      replace(edit, node.start, node.end, lineEnds(edit, node.start, node.end));
      return true;
    case 'ImportExpression':
      replace(edit, node.start, edit.text.original.indexOf('(', node.start), importOf(node));
      return false;
    case 'MetaProperty':
      if (node.meta.name === 'import') replace(edit, node.start, node.end, '$$.meta');
      return true;
    default:
      return false;
  }
}

function constants({ source, specifiers }: ImportDeclaration): string {
  const module = `$$.importModule(${JSON.stringify(source.value)})`;
  if (specifiers.length === 0) return `${module};`;
  return specifiers
    .map((specifier) => {
      const { name } = specifier.local;
      if (specifier.type === 'ImportNamespaceSpecifier') return `const ${name}=${module};`;
      if (specifier.type === 'ImportDefaultSpecifier') return `const ${name}=${module}.default;`;
      const { imported } = specifier;
      const key = imported.type === 'Identifier' ? imported.name : String(imported.value);
      return `const ${name}=${module}[${JSON.stringify(key)}];`;
    })
    .join('');
}

/** `import()`, and the forms of proposals that Node has: `import.source()`, `import.defer()`. */
function importOf(node: ImportExpression & { readonly phase?: string | null }): string {
  return node.phase ? `$$.importPhase(${JSON.stringify(node.phase)})` : '$$.importLater';
}

/** An identifier that an import declares is read where it is exported. False for any other. */
export function readImport(edit: Edit, node: Identifier, parent: AnyNode | undefined): boolean {
  const text = edit.linking?.references.get(node);
  if (text === undefined) return false;
  const isCalled =
    (parent?.type === 'CallExpression' && parent.callee === node) ||
    (parent?.type === 'TaggedTemplateExpression' && parent.tag === node);
  // it is called without `this`
  replace(edit, node.start, node.end, isCalled ? `(0,${text})` : text);
  return true;
}

/** `{ name }`: the key stays. True if the node is done with everything below it. */
export function readShorthand(edit: Edit, node: Property | AssignmentProperty): boolean {
  if (!node.shorthand || node.value.type !== 'Identifier') return false;
  const text = edit.linking?.references.get(node.value) ?? edit.linking?.references.get(node.key as Identifier);
  if (text === undefined) return false;
  replace(edit, node.start, node.end, `${node.value.name}:${text}`);
  return true;
}
