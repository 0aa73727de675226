// Async functions that are declared: where their block begins each name gets the function that the engine makes of it.
import type { AnyNode, FunctionDeclaration } from 'acorn';
import { before, behind } from './edit.ts';
import type { Edit } from './edit.ts';
import { refusal } from './refusal.ts';
import { isFunction } from './syntax.ts';

/** The functions that `statements` declare are there from `start` on, behind its directives. */
export function hoistAsync(edit: Edit, start: number, statements: readonly AnyNode[]): void {
  const declared = new Map(statements.flatMap((each) => named(each)));
  const text = [...declared].filter(([, { async }]) => async).map(([name]) => `${name}=${name}();`);
  if (text.length > 0) before(edit, directivesEnd(start, statements), text.join(''));
}

export function refuseAsyncInCase(edit: Edit, statements: readonly AnyNode[]): void {
  const found = statements.find((each) => each.type === 'FunctionDeclaration' && each.async);
  if (found) throw refusal(edit.source, found, 'an async function declared in a case without braces is not available');
}

/** Async methods become what they are as soon as the object is there. */
export function markObject(edit: Edit, node: Extract<AnyNode, { type: 'ObjectExpression' }>): void {
  if (!node.properties.some((each) => each.type === 'Property' && each.method && isAsync(each.value))) return;
  before(edit, node.start, '$$.methods(');
  behind(edit, node.end, ')');
}

/** Async methods become what they are before anything static of the class runs; private ones with the first object. */
export function markClass(edit: Edit, node: Extract<AnyNode, { type: 'ClassBody' }>): void {
  const methods = node.body.filter((each) => each.type === 'MethodDefinition').filter(({ value }) => value.async);
  if (methods.length === 0) return;
  const hidden = (isStatic: boolean) =>
    methods
      .filter((each) => each.static === isStatic)
      .flatMap(({ key }) => (key.type === 'PrivateIdentifier' ? `this.#${key.name}` : []))
      .join();
  const field = hidden(false) === '' ? '' : `#$$m=$$.marked(${hidden(false)});`;
  const first = `static{$$.methods(this);$$.methods(this.prototype);$$.marked(${hidden(true)});}`;
  before(edit, node.start + 1, first + field);
}

/** The function that a statement declares, by its name. */
function named(statement: AnyNode): [string, FunctionDeclaration][] {
  const node =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  if (node?.type !== 'FunctionDeclaration' || !node.id) return [];
  return [[node.id.name, node]];
}

/** Where the directives of a block end that begins at `start`. */
export function directivesEnd(start: number, statements: readonly AnyNode[]): number {
  return statements.findLast((each) => 'directive' in each && typeof each.directive === 'string')?.end ?? start;
}

function isAsync(node: AnyNode): boolean {
  return isFunction(node) && node.async;
}
