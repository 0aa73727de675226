// Functions: an async one hands a generator with its body to the engine; every other says when it is entered and left.
import type { AnyNode } from 'acorn';
import { before, behind, original, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';
import { inferredName } from './function-name.ts';
import { renamedIn } from './rename.ts';
import { find, isFunction, isOrdinaryFunction, lineOf } from './syntax.ts';
import type { FunctionNode } from './syntax.ts';

export function transformFunction(edit: Edit, node: FunctionNode, parent: AnyNode | undefined, outer: Scope): void {
  const { async, generator } = node;
  const isArrow = node.type === 'ArrowFunctionExpression';
  const id =
    edit.functions.push({
      name: nameOf(edit, node, parent),
      line: lineOf(node),
      length: lengthOf(node),
      kind: async ? (generator ? 'async generator' : 'async function') : generator ? 'generator' : 'function',
    }) - 1;
  const superName = superNameOf(edit, node, isArrow ? outer.superName : undefined);
  const { renamed, helper: keptArguments } = renamedIn(edit, node, outer);
  if (!async) wrapBody(edit, node, id);
  else {
    const keepSuper = superName !== undefined && superName !== outer.superName;
    const helper = keptArguments + (keepSuper ? `const ${superName}=($$k)=>super[$$k];` : '');
    const head = `$$.${generator ? 'asyncGenerator' : 'asyncCall'}(${id},this,$$a,($$f)=>function*`;
    if (isArrow) lowerArrow(edit, node, helper, head, `$$.arrow(${id},${inferredName(edit, node, parent)},`);
    else if (parent && isMethod(parent, node)) lowerMethod(edit, node, parent, `(...$$a){${helper}return ${head}`);
    else lowerFunction(edit, node, parent, id);
  }
  const scope: Scope = { async, generator, superName, renamed, label: '' };
  for (const parameter of node.params) edit.visit(parameter, node, scope);
  edit.visit(node.body, node, scope);
}

/** Inside a lowered function `super` cannot be written: a helper made outside stands for it. */
function superNameOf(edit: Edit, node: FunctionNode, outer: string | undefined): string | undefined {
  if (outer !== undefined || !node.async) return outer;
  const used = find([...node.params, node.body], (below) => below.type === 'Super', hasOwnSuper);
  return used ? `$$super${edit.fresh()}` : undefined;
}

function hasOwnSuper(node: AnyNode): boolean {
  return isOrdinaryFunction(node) || node.type === 'ClassBody';
}

/** `async (a, b) => body` and `async a => body`. */
function lowerArrow(edit: Edit, node: FunctionNode, helper: string, head: string, mark: string): void {
  const arrow = edit.text.original.lastIndexOf('=>', node.body.start);
  const [only] = node.params;
  const parenthesis = edit.text.original.indexOf('(', node.start);
  const bare = node.params.length === 1 && only?.type === 'Identifier' && parenthesisAfter(parenthesis, only.start);
  const open = helper === '' ? `${mark}(...$$a)=>${head}` : `${mark}(...$$a)=>{${helper}return ${head}`;
  const close = helper === '' ? '))' : ')})';
  if (bare) {
    replace(edit, node.start, only.start, `${open}(`);
    behind(edit, only.end, ')');
  } else replace(edit, node.start, parenthesis, open);
  replace(edit, arrow, arrow + '=>'.length, ' ');
  if (node.body.type === 'BlockStatement') behind(edit, node.end, close);
  else {
    before(edit, arrow + '=>'.length, `{$$.line($$f,${lineOf(node.body)});return (`);
    behind(edit, node.end, `)}${close}`);
  }
}

function parenthesisAfter(parenthesis: number, start: number): boolean {
  return parenthesis < 0 || parenthesis > start;
}

/** `async name(…) {…}` in a class or an object. */
function lowerMethod(edit: Edit, node: FunctionNode, parent: Method, head: string): void {
  const keyStart = parent.key.start;
  const at = parent.start + original(edit, parent.start, keyStart).lastIndexOf('async');
  replace(edit, at, at + 'async'.length, '');
  const star = original(edit, at, keyStart).indexOf('*');
  if (star >= 0) replace(edit, at + star, at + star + 1, '');
  before(edit, node.start, head);
  behind(edit, node.end, ')}');
}

/** `async function name(…) {…}`: one that is declared gives what the head of its block makes a function of. */
function lowerFunction(edit: Edit, node: FunctionNode, parent: AnyNode | undefined, id: number): void {
  const name = 'id' in node ? node.id : undefined;
  const parenthesis = edit.text.original.indexOf('(', name ? name.end : node.start);
  const body = '($$f)=>function*';
  if (node.type === 'FunctionDeclaration' && name) {
    replace(edit, node.start, name.start, 'function ');
    before(edit, parenthesis, `(){return $$.made(${id},${JSON.stringify(name.name)},${body}`);
    return behind(edit, node.end, ')}');
  }
  const inner = name ? `,${name.name}=>` : ',()=>';
  const called = name ? JSON.stringify(name.name) : inferredName(edit, node, parent);
  replace(edit, node.start, parenthesis, `$$.expressed(${id},${called}${inner}${body}`);
  behind(edit, node.end, ')');
}

function lengthOf({ params }: FunctionNode): number {
  const end = params.findIndex(({ type }) => type === 'AssignmentPattern' || type === 'RestElement');
  return end < 0 ? params.length : end;
}

type Method = Extract<AnyNode, { type: 'MethodDefinition' | 'Property' }>;

function isMethod(parent: AnyNode, node: FunctionNode): parent is Method {
  if (parent.type === 'MethodDefinition') return true;
  return parent.type === 'Property' && parent.value === node && parent.method;
}

/** A function that stays what it is. A generator also says if it ended by an error. */
function wrapBody(edit: Edit, node: FunctionNode, id: number): void {
  const thrown = node.generator ? 'catch($$e){throw $$.thrown($$f,$$e)}' : '';
  const open = `const $$f=$$.enter(${id});try{`;
  const close = `}${thrown}finally{$$.leave($$f)}`;
  if (node.body.type !== 'BlockStatement') {
    const arrow = edit.text.original.lastIndexOf('=>', node.body.start);
    before(edit, arrow + '=>'.length, `{${open}$$.line($$f,${lineOf(node.body)});return (`);
    behind(edit, node.end, `)${close}}`);
    return;
  }
  const start = bodyStart(node.body);
  const end = node.body.end - 1;
  if (start === end) before(edit, start, open + close);
  else {
    before(edit, start, open);
    behind(edit, end, close);
  }
}

/** Behind the directives. */
function bodyStart(body: Extract<AnyNode, { type: 'BlockStatement' }>): number {
  const directive = body.body.findLast(
    (statement) => 'directive' in statement && typeof statement.directive === 'string',
  );
  return directive ? directive.end : body.start + 1;
}

function nameOf(edit: Edit, node: FunctionNode, parent: AnyNode | undefined): string {
  if ('id' in node && node.id) return node.id.name;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : '';
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node && !isFunction(parent.key) ? original(edit, parent.key.start, parent.key.end) : '';
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? parent.left.name : '';
    default:
      return '';
  }
}
