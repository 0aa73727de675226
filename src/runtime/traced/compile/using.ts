// `await using`: the block becomes a try that disposes what it opened, last first, and waits for each.
import type { AnyNode, BlockStatement, Program, VariableDeclaration } from 'acorn';
import { awaited, before, behind, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';

export function transformUsing(edit: Edit, block: BlockStatement | Program, scope: Scope): void {
  const body: readonly AnyNode[] = block.body;
  const declarations = body.filter(isUsing);
  const first = declarations.find(({ kind }) => kind === 'await using');
  if (!first) return;
  const opened = `$$u${edit.fresh()}`;
  const isProgram = block.type === 'Program';
  before(edit, isProgram ? 0 : block.start + 1, `const ${opened}=$$.disposals();try{`);
  for (const declaration of declarations) registerIn(edit, declaration, opened);
  const failed = `catch($$e){${opened}.fail($$.caught($$f,$$e))}`;
  const step = `try{const $$w=$$d();if(${opened}.waits){${awaited(scope, first, '$$w')}}}${failed}`;
  const disposal = `for(let $$d;($$d=${opened}.next())!==undefined;){${step}}`;
  const tail = `}${failed}finally{$$.caught($$f);${disposal}${opened}.end()}`;
  behind(edit, isProgram ? block.end : block.end - 1, tail);
}

/** `await using x = …` becomes `const x = …` that is remembered. */
function registerIn(edit: Edit, { start, kind, declarations }: VariableDeclaration, opened: string): void {
  const [first] = declarations;
  if (!first) return;
  replace(edit, start, first.id.start, 'const ');
  for (const { init } of declarations) {
    if (!init) continue;
    before(edit, init.start, `${opened}.${kind === 'await using' ? 'addAsync' : 'add'}(`);
    behind(edit, init.end, ')');
  }
}

function isUsing(node: AnyNode): node is VariableDeclaration {
  return node.type === 'VariableDeclaration' && (node.kind === 'await using' || node.kind === 'using');
}
