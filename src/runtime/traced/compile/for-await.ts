// `for await` as the loop that the language standard describes: each step awaits next(), and leaving early awaits return().
import type { AnyNode, ForOfStatement } from 'acorn';
import { notIterable } from './call-site.ts';
import { awaited, behind, original, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';
import { refusal } from './refusal.ts';
import { probeBody } from './statements.ts';
import { find, lineOf } from './syntax.ts';

/** What `$$s` holds: the loop asks for a step, runs its body, has ended, or its body threw. */
const [asking, running, ended, threw] = [0, 1, 2, 3];

export function transformForAwait(edit: Edit, node: ForOfStatement, scope: Scope): void {
  const { left, right, body } = node;
  refuseSuspendingLeft(edit, left);
  const n = edit.fresh();
  const [state, error, iterator, result] = [`$$s${n}`, `$$e${n}`, `$$i${n}`, `$$r${n}`];
  const wait = (expression: string) => awaited(scope, node, expression);
  const from = left.type === 'VariableDeclaration' ? (left.declarations[0]?.id.start ?? left.start) : left.start;
  const name = original(edit, from, left.end);
  const assign =
    left.type === 'VariableDeclaration' ? `${left.kind} ${name}=${result}.value;` : `(${name}=${result}.value);`;
  replace(edit, node.start, right.start, `{let ${state}=${asking},${error};const ${iterator}=$$.iterate(`);
  const next = `const ${result}=${wait(`${iterator}.next()`)};if($$.isDone(${result})){${state}=${ended};break}`;
  const open = `,${JSON.stringify(notIterable(right))});try{${scope.label}while(true){$$.line($$f,${lineOf(node)});${state}=${asking};`;
  const close = edit.text.original.lastIndexOf(')', body.start - 1);
  replace(edit, right.end, close + 1, `${open}${next}${state}=${running};${assign}`);
  const caught =
    `catch($$e){$$e=$$.caught($$f,$$e);` +
    `if(${state}===${running}){${state}=${threw};${error}=$$e}else{${state}=${ended};throw $$e}}`;
  const finished = `finally{$$.caught($$f);${leaving(state, error, iterator, wait)}}`;
  behind(edit, node.end, `}}${caught}${finished}}`);
  if (body.type !== 'BlockStatement') probeBody(edit, body);
  edit.visit(right, node, scope);
  edit.visit(body, node, { ...scope, label: '' });
}

/** The loop is left early: by its body's error, which wins over one of return(), or by break, continue or return. */
function leaving(state: string, error: string, iterator: string, wait: (expression: string) => string): string {
  const quiet = `const $$c=$$.quietly(()=>${iterator}.close());if($$c!==undefined){try{${wait('$$c')}}catch{$$.caught($$f)}}`;
  const close = `const $$c=${iterator}.close();if($$c!==undefined)$$.object(${wait('$$c')})`;
  return `if(${state}===${threw}){${quiet}throw ${error}}if(${state}===${running}){${close}}`;
}

function refuseSuspendingLeft({ source }: Edit, left: AnyNode): void {
  const isSuspending = (node: AnyNode) =>
    node.type === 'AwaitExpression' || node.type === 'YieldExpression' || ('async' in node && node.async);
  const found = find([left], isSuspending, () => false);
  if (found) throw refusal(source, found, 'await or yield between "for await (" and "of" is not available');
}
