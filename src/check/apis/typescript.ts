// Reads from the syntax tree of a TypeScript program which APIs it uses.
import { parse } from 'acorn';
import type { AnyNode, ImportDeclaration, Pattern } from 'acorn';
import { erase } from '../../runtime/traced/compile/erase.ts';
import { childrenOf, isFunction, lineOf } from '../../runtime/traced/compile/syntax.ts';
import type { FunctionNode } from '../../runtime/traced/compile/syntax.ts';
import type { ApiUse } from './api-use.ts';

const basicGlobals = new Set(
  `Array Boolean Error Infinity JSON Map Math NaN Number Object RangeError RegExp Set String TypeError console undefined`.split(
    ' ',
  ),
);

/** How a program ends. */
const endings = new Set(['process.exit', 'process.exitCode']);

const basicClasses = [Array, Boolean, Date, Error, Function, Map, Number, Object, RegExp, Set, String];

/** The methods of text, numbers, lists and tables. */
const basicMethods = new Set(basicClasses.flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)));

export function typescriptApis(text: string): ApiUse[] {
  const erased = erase({ file: 'program', text });
  const tree = parse(erased, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const reader = new Reader();
  reader.declare(tree);
  reader.read(tree);
  return reader.uses;
}

class Reader {
  readonly uses: ApiUse[] = [];
  /** Names that the program declares anywhere; one that it also finds outside itself elsewhere is taken for its own. */
  readonly #declared = new Set<string>();
  /** Methods and properties that the program's own classes and objects have. */
  readonly #properties = new Set<string>();
  /** What `import * as name` and `import name` stand for. */
  readonly #modules = new Map<string, string>();

  declare(node: AnyNode): void {
    if (node.type === 'VariableDeclarator') this.#bind(node.id);
    if (isFunction(node)) for (const parameter of node.params) this.#bind(parameter);
    if ((isFunction(node) || node.type === 'ClassDeclaration') && node.id) this.#bind(node.id);
    if (node.type === 'CatchClause' && node.param) this.#bind(node.param);
    if (node.type === 'ImportDeclaration') this.#import(node);
    if ('key' in node && node.key.type === 'Identifier') this.#properties.add(node.key.name);
    for (const child of childrenOf(node)) this.declare(child);
  }

  #bind(pattern: Pattern): void {
    if (pattern.type === 'Identifier') this.#declared.add(pattern.name);
    else if (pattern.type === 'ObjectPattern') {
      for (const part of pattern.properties) this.#bind(part.type === 'Property' ? part.value : part);
    } else if (pattern.type === 'ArrayPattern') {
      for (const element of pattern.elements) if (element) this.#bind(element);
    } else if (pattern.type === 'RestElement') this.#bind(pattern.argument);
    else if (pattern.type === 'AssignmentPattern') this.#bind(pattern.left);
  }

  #import(node: ImportDeclaration): void {
    const module = String(node.source.value).replace('node:', '');
    for (const specifier of node.specifiers) {
      this.#declared.add(specifier.local.name);
      if (specifier.type !== 'ImportSpecifier') this.#modules.set(specifier.local.name, module);
      else if (specifier.imported.type === 'Identifier') this.#add(`${module}.${specifier.imported.name}`, specifier);
    }
  }

  read(node: AnyNode): void {
    if (node.type === 'ImportDeclaration') return;
    this.#readSyntax(node);
    if (node.type === 'MetaProperty') return this.#add(`${node.meta.name}.${node.property.name}`, node);
    if (node.type === 'Identifier') return this.#readName(node.name, node);
    if (node.type === 'MemberExpression') return this.#readMember(node);
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') this.#readMethod(node.callee);
    for (const child of childrenOf(node)) if (!isKey(node, child)) this.read(child);
  }

  #readSyntax(node: AnyNode): void {
    if (isFunction(node)) this.#readFunction(node);
    if (node.type === 'YieldExpression') this.#add(node.delegate ? 'yield*' : 'yield', node);
    if (node.type === 'AwaitExpression') this.#add('await', node);
    if (node.type === 'ForOfStatement' && node.await) this.#add('for await', node);
    if (node.type === 'VariableDeclaration' && /using$/.test(node.kind)) this.#add(node.kind, node);
  }

  #readFunction(node: FunctionNode): void {
    const async = node.async ? 'async ' : '';
    if (node.generator) this.#add(`${async}function*`, node);
    else if (node.async) this.#add('async function', node);
  }

  #readName(name: string, node: AnyNode): void {
    const module = this.#modules.get(name);
    if (module !== undefined) this.#add(module, node);
    else if (!this.#declared.has(name) && !basicGlobals.has(name)) this.#add(name, node);
  }

  /** `Promise.all` is one name; of `step.value` only `step` can be one. */
  #readMember(node: Extract<AnyNode, { type: 'MemberExpression' }>): void {
    const { object, property } = node;
    if (node.computed) this.read(property);
    if (object.type !== 'Identifier' || property.type !== 'Identifier') return this.read(object);
    const module = this.#modules.get(object.name);
    const outside = !this.#declared.has(object.name) && !basicGlobals.has(object.name);
    const name = `${module ?? object.name}.${property.name}`;
    if ((module !== undefined || outside) && !endings.has(name)) this.#add(name, node);
  }

  /** A method of a value; whose it is, is not known. */
  #readMethod({ object, property }: Extract<AnyNode, { type: 'MemberExpression' }>): void {
    if (property.type !== 'Identifier' || basicMethods.has(property.name) || this.#properties.has(property.name))
      return;
    const own = object.type !== 'Identifier' || (this.#declared.has(object.name) && !this.#modules.has(object.name));
    if (own) this.#add(`.${property.name}`, property);
  }

  #add(name: string, node: AnyNode): void {
    this.uses.push({ name, line: lineOf(node) });
  }
}

/** The name of a property, and a label: no names of values. In `{ name }` the value is read. */
function isKey(node: AnyNode, child: AnyNode): boolean {
  if ('label' in node && node.label === child) return true;
  if (!('key' in node) || node.key !== child) return false;
  return (
    !('computed' in node && node.computed) && !(node.type === 'Property' && node.shorthand && node.value === child)
  );
}
