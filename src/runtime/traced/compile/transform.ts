// One transform of the syntax tree: what can be suspended becomes a generator that the engine drives, and each statement
// says on which line it is. Every inserted text keeps to its line, so lines stay what they were.
import MagicString from 'magic-string';
import type { AnyNode, Comment, Program as Tree } from 'acorn';
import type { FunctionInfo } from '../program.ts';
import { delegateMessage } from './call-site.ts';
import { awaiting, before, behind, lineEnds, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';
import { transformElement } from './elements.ts';
import { transformForAwait } from './for-await.ts';
import { transformFunction } from './functions.ts';
import { rememberKey } from './function-name.ts';
import { directivesEnd, hoistAsync, markClass, markObject, refuseAsyncInCase } from './hoist.ts';
import { readImport, readShorthand, transformModuleSyntax } from './modules.ts';
import type { Linking } from './linking.ts';
import type { Part } from './beside.ts';
import { refuseUnknown } from './refuse.ts';
import { renamedEverywhere, renameIdentifier, renameShorthand } from './rename.ts';
import { probeBody, probeStatements } from './statements.ts';
import { transformSuper } from './super.ts';
import { childrenOf, isFunction, lineOf } from './syntax.ts';
import { transformUsing } from './using.ts';

export interface Transformed {
  /** A function body that uses `$$`. */
  readonly text: MagicString;
  /** Of the file, without its comments. */
  readonly words: readonly string[];
}

/**
 * Transforms one file of a program, without types; `functions` gets those of it. `isShared`: the program has
 * shared memory. `linking`: of an ES module that is linked with
 * others. Throws a CourseError for what the engine cannot run.
 */
export function transform(part: Part, functions: FunctionInfo[], isShared: boolean, linking?: Linking): Transformed {
  const { source, javascript, tree, comments } = part;
  refuseUnknown(part);
  const text = new MagicString(javascript);
  const words = wordsOf(javascript, comments);
  let names = 0;
  const edit: Edit = {
    source,
    text,
    functions,
    linking,
    prelude: [...(linking?.prelude ?? [])],
    isShared,
    fresh: () => names++,
    visit: (node, parent, scope) => visit(edit, node, parent, scope),
  };
  const scope: Scope = { async: true, generator: false, superName: undefined, renamed: renamedEverywhere, label: '' };
  program(edit, tree, scope);
  // imports may have the names of globals: they need a scope of their own
  const strict = isStrict(tree) ? "'use strict';" : '';
  text.prepend(`return ($$f)=>{${edit.prelude.join('')}return function*(){${strict}`);
  text.append(`\n${bodyEnd}`);
  return { text, words };
}

/** Closes what stands before a file, on a line of its own: the last one may be a comment. */
export const bodyEnd = '}}';

function program(edit: Edit, tree: Tree, scope: Scope): void {
  transformUsing(edit, tree, scope);
  hoistAsync(edit, 0, tree.body);
  if (edit.linking) before(edit, directivesEnd(0, tree.body), `$$.link(${edit.linking.getters});$$f=yield;`);
  probeStatements(edit, tree.body);
  below(edit, tree, scope);
}

function wordsOf(javascript: string, comments: readonly Comment[]): string[] {
  const text = comments.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, javascript);
  // a method called delete deletes no property
  return [...new Set(text.replaceAll(/\.delete\b/g, '').match(/\w+/g))];
}

/** The directive of a script: its text stands behind others once it is transformed. */
function isStrict({ body }: Tree): boolean {
  return body.some((statement) => 'directive' in statement && statement.directive === 'use strict');
}

function below(edit: Edit, node: AnyNode, scope: Scope): void {
  for (const child of childrenOf(node)) edit.visit(child, node, scope);
}

function visit(edit: Edit, node: AnyNode, parent: AnyNode | undefined, scope: Scope): void {
  if (isFunction(node)) return transformFunction(edit, node, parent, scope);
  switch (node.type) {
    case 'ClassBody':
      markClass(edit, node);
      return below(edit, node, { ...scope, async: false, generator: false, superName: undefined });
    case 'BlockStatement':
      transformUsing(edit, node, scope);
      hoistAsync(edit, node.start + 1, node.body);
      probeStatements(edit, node.body);
      break;
    case 'StaticBlock':
      hoistAsync(edit, edit.text.original.indexOf('{', node.start) + 1, node.body);
      break;
    case 'SwitchCase':
      refuseAsyncInCase(edit, node.consequent);
      probeStatements(edit, node.consequent);
      break;
    case 'IfStatement':
      probeBody(edit, node.consequent);
      if (node.alternate) probeBody(edit, node.alternate);
      break;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
      probeBody(edit, node.body);
      break;
    case 'ForOfStatement':
      if (node.await) return transformForAwait(edit, node, scope);
      probeBody(edit, node.body);
      break;
    case 'LabeledStatement':
      if (node.body.type !== 'ForOfStatement' || !node.body.await) break;
      replace(edit, node.start, node.body.start, '');
      return edit.visit(node.body, node, { ...scope, label: `${scope.label}${node.label.name}:` });
    case 'CatchClause':
      transformCatch(edit, node);
      break;
    case 'TryStatement':
      if (node.finalizer) before(edit, node.finalizer.start + 1, '$$.ending($$f);');
      break;
    default:
      if (edit.isShared) transformElement(edit, node, parent);
      if (transformExpression(edit, node, parent, scope)) return;
  }
  below(edit, node, scope);
}

/** What was thrown goes through the engine before the program has it. */
function transformCatch(edit: Edit, { param, body }: Extract<AnyNode, { type: 'CatchClause' }>): void {
  const start = body.start + 1;
  if (!param) return before(edit, start, '$$.caught($$f);');
  if (param.type === 'Identifier') return before(edit, start, `${param.name}=$$.caught($$f,${param.name});`);
  before(edit, param.start, '$$e){let ');
  const close = edit.text.original.lastIndexOf(')', body.start);
  replace(edit, close, start, `=$$.caught($$f,$$e);${lineEnds(edit, close, start)}`);
}

/** True if nothing below is left to visit. */
function transformExpression(edit: Edit, node: AnyNode, parent: AnyNode | undefined, scope: Scope): boolean {
  switch (node.type) {
    case 'AwaitExpression': {
      const { open, close } = awaiting(scope, node);
      replace(edit, node.start, node.start + 'await'.length, open);
      behind(edit, node.end, close);
      return false;
    }
    case 'YieldExpression':
      transformYield(edit, node, scope);
      return false;
    case 'ReturnStatement':
      if (node.argument && scope.async) transformReturn(edit, node.argument, scope);
      return false;
    case 'ObjectExpression':
      markObject(edit, node);
      return false;
    case 'Property':
      rememberKey(edit, node);
      return readShorthand(edit, node) || renameShorthand(edit, node, scope);
    case 'Identifier':
      if (!readImport(edit, node, parent)) renameIdentifier(edit, node, parent, scope);
      return false;
    case 'MemberExpression':
    case 'CallExpression':
      return transformSuper(edit, node, scope);
    default:
      return transformModuleSyntax(edit, node);
  }
}

function transformYield(edit: Edit, node: Extract<AnyNode, { type: 'YieldExpression' }>, scope: Scope): void {
  const line = lineOf(node);
  const from = node.start;
  const to = node.delegate ? edit.text.original.indexOf('*', from) + 1 : from + 'yield'.length;
  if (scope.async) {
    replace(edit, from, to, `(yield* $$.${node.delegate ? 'delegateAsync' : 'yieldAsync'}($$f,${line},`);
    behind(edit, node.end, '))');
  } else if (node.delegate) {
    const message = node.argument && delegateMessage(node.argument);
    replace(edit, from, to, `$$.resume($$f,yield* $$.delegate($$f,${line},`);
    behind(edit, node.end, message ? `,${JSON.stringify(message)}))` : '))');
  } else {
    replace(edit, from, to, `$$.resume($$f,(yield $$.yields($$f,${line},`);
    behind(edit, node.end, ')))');
  }
}

function transformReturn(edit: Edit, argument: AnyNode, scope: Scope): void {
  const { open, close } = scope.generator
    ? awaiting(scope, argument)
    : { open: `$$.returns($$f,${lineOf(argument)},`, close: ')' };
  before(edit, argument.start, open);
  behind(edit, argument.end, close);
}
