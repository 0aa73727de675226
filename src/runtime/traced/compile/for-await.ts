// `for await` as the loop that the language standard describes: each step awaits next(), and leaving early awaits return().
import type { ForOfStatement } from 'acorn';
import { notIterable } from './call-site.ts';
import { awaited, behind, lineEnds, replace } from './edit.ts';
import type { Edit, Scope } from './edit.ts';
import { probeBody } from './statements.ts';
import { lineOf } from './syntax.ts';

/** What `$$s` holds: the loop asks for a step, runs its body, has ended, or its body threw. */
const [asking, running, ended, threw] = [0, 1, 2, 3];

export function transformForAwait(edit: Edit, node: ForOfStatement, scope: Scope): void {
  const { left, right, body } = node;
  const n = edit.fresh();
  const [state, error, iterator, result] = [`$$s${n}`, `$$e${n}`, `$$i${n}`, `$$r${n}`];
  const wait = (expression: string) => awaited(scope, node, expression);
  const from = left.type === 'VariableDeclaration' ? (left.declarations[0]?.id.start ?? left.start) : left.start;
  const [head, tail] = left.type === 'VariableDeclaration' ? [`${left.kind} `, ';'] : ['(', ');'];
  replace(
    edit,
    node.start,
    from,
    `{let ${state}=${asking},${error};const ${iterator}=$$.iterate(${lineEnds(edit, node.start, from)}`,
  );
  replace(edit, left.end, right.start, lineEnds(edit, left.end, right.start));
  const next = `const ${result}=${wait(`${iterator}.next()`)};if($$.isDone(${result})){${state}=${ended};break}`;
  const open = `,${JSON.stringify(notIterable(right))});try{${scope.label}while(true){$$.line($$f,${lineOf(node)});${state}=${asking};`;
  const close = edit.text.original.lastIndexOf(')', body.start - 1);
  // what is assigned to moves behind what is iterated over
  replace(
    edit,
    right.end,
    close + 1,
    `${open}${next}${state}=${running};${lineEnds(edit, right.end, close + 1)}${head}`,
  );
  behind(edit, left.end, `=${result}.value${tail}`);
  edit.text.move(from, left.end, close + 1);
  const caught =
    `catch($$e){$$e=$$.caught($$f,$$e);` +
    `if(${state}===${running}){${state}=${threw};${error}=$$e}else{${state}=${ended};throw $$e}}`;
  const finished = `finally{$$.caught($$f);${leaving(state, error, iterator, wait)}}`;
  behind(edit, node.end, `}}${caught}${finished}}`);
  if (body.type !== 'BlockStatement') probeBody(edit, body);
  edit.visit(left, node, scope);
  edit.visit(right, node, scope);
  edit.visit(body, node, { ...scope, label: '' });
}

/** The loop is left early: by its body's error, which wins over one of return(), or by break, continue or return. */
function leaving(state: string, error: string, iterator: string, wait: (expression: string) => string): string {
  const quiet = `const $$c=$$.quietly(()=>${iterator}.close());if($$c!==undefined){try{${wait('$$c')}}catch{$$.caught($$f)}}`;
  const close = `const $$c=${iterator}.close();if($$c!==undefined)$$.object(${wait('$$c')})`;
  return `if(${state}===${threw}){${quiet}throw ${error}}if(${state}===${running}){${close}}`;
}
