// Blanks out the types of a TypeScript program: what is left is JavaScript with every line and column where it was.
// Only what can be erased is TypeScript here, as for Node: enum, namespace, parameter properties and `import =` are refused.
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import type { Node } from 'acorn';
import { refusal } from './refusal.ts';
import type { SourceFile } from './refusal.ts';
import { Blanks } from './blanks.ts';
import { isTyped, nodes } from './typed-node.ts';
import type { TypedNode } from './typed-node.ts';
import { eraseClass, eraseMember } from './erase-class.ts';

const TypeScriptParser = Parser.extend(tsPlugin());

const types = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSDeclareMethod',
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
]);

/** What leaves a semicolon, so that the line before and the line after do not become one statement. */
const statements = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'VariableDeclaration',
]);

const notErasable: Readonly<Record<string, string>> = {
  TSEnumDeclaration: 'an enum',
  TSModuleDeclaration: 'a namespace',
  TSParameterProperty: 'a parameter property',
  TSImportEqualsDeclaration: '"import ="',
  TSExportAssignment: '"export ="',
  TSTypeAssertion: 'a cast in angle brackets',
};

/** The program without its types. Throws what the parser throws where it is no TypeScript. */
export function erase(source: SourceFile): string {
  const tree = TypeScriptParser.parse(source.text, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const eraser = new Eraser(source);
  eraser.visit(typed(tree));
  return eraser.text();
}

class Eraser {
  readonly #file: SourceFile;
  readonly #blanks: Blanks;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#blanks = new Blanks(file.text);
  }

  text(): string {
    return this.#blanks.text();
  }

  visit(node: TypedNode): void {
    if (this.#blankWhole(node)) return;
    const reason = notErasable[node.type];
    if (reason !== undefined) {
      throw refusal(this.#file, node, `${reason} is not available`, 'write it in JavaScript: Node refuses it too');
    }
    if (this.#visitExpression(node)) return;
    if (node.type === 'ImportDeclaration') return this.#eraseTypeImports(node);
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') eraseClass(this.#blanks, node);
    if (eraseMember(this.#blanks, node)) return;
    this.#eraseMarks(node);
    this.#visitBelow(node);
  }

  #visitBelow(node: TypedNode): void {
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isTyped(child)) this.visit(child);
    }
  }

  #blankWhole(node: TypedNode): boolean {
    const declaration = node['declaration'];
    const whole =
      types.has(node.type) ||
      node['declare'] === true ||
      (node.type === 'ImportDeclaration' && node['importKind'] === 'type') ||
      (node.type === 'ExportNamedDeclaration' &&
        (node['exportKind'] === 'type' ||
          (isTyped(declaration) && (types.has(declaration.type) || declaration['declare'] === true))));
    if (!whole) return false;
    this.#blanks.blank(node.start, node.end);
    if (statements.has(node.type)) this.#blanks.semicolon(node.start);
    return true;
  }

  /** `x as T`, `x satisfies T`, `x!`, `f<T>`. */
  #visitExpression(node: TypedNode): boolean {
    const inner = node['expression'];
    if (!isTyped(inner)) return false;
    if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') {
      const parentheses = /^(?:\s*\))*/.exec(this.#blanks.source.slice(inner.end))?.[0].length ?? 0;
      this.#blanks.blank(inner.end + parentheses, node.end);
    } else if (node.type === 'TSNonNullExpression') this.#blanks.blank(node.end - 1, node.end);
    else if (node.type === 'TSInstantiationExpression') this.#blanks.blank(inner.end, node.end);
    else return false;
    this.visit(inner);
    return true;
  }

  #eraseTypeImports(node: TypedNode): void {
    for (const specifier of nodes(node['specifiers'])) {
      if (specifier['importKind'] === 'type') this.#blanks.blank(specifier.start, this.#afterComma(specifier.end));
    }
  }

  /** `name?`, `name!` and a parameter called `this`. */
  #eraseMarks(node: TypedNode): void {
    const name = node['name'];
    if (node.type === 'Identifier' && node['optional'] === true && typeof name === 'string') {
      this.#blankMark('?', node.start + name.length);
    }
    const id = node['id'];
    if (node.type === 'VariableDeclarator' && node['definite'] === true && isTyped(id)) this.#blankMark('!', id.start);
    const [first] = nodes(node['params']);
    if (first?.type === 'Identifier' && first['name'] === 'this')
      this.#blanks.blank(first.start, this.#afterComma(first.end));
  }

  #blankMark(mark: string, from: number): void {
    const found = this.#blanks.source.indexOf(mark, from);
    if (found >= 0) this.#blanks.blank(found, found + 1);
  }

  #afterComma(end: number): number {
    return end + (/^\s*,/.exec(this.#blanks.source.slice(end))?.[0].length ?? 0);
  }
}

function typed(node: Node): TypedNode {
  if (!isTyped(node)) throw new TypeError('the parser gave no tree');
  return node;
}
