// Puts a probe before each statement: it says the line, counts the step and lets the virtual clock move.
import type { AnyNode } from 'acorn';
import { before, behind } from './edit.ts';
import type { Edit } from './edit.ts';
import { lineOf } from './syntax.ts';

/** The probe of every statement of a list. */
export function probeStatements(edit: Edit, statements: readonly AnyNode[]): void {
  for (const statement of statements) if (takesProbe(statement)) before(edit, statement.start, probe(statement));
}

/** A body that may be a single statement becomes a block with a probe; an empty one counts its loop's steps. */
export function probeBody(edit: Edit, body: AnyNode): void {
  if (body.type === 'BlockStatement') {
    if (body.body.length === 0) before(edit, body.start + 1, probe(body));
    return;
  }
  before(edit, body.start, `{${probe(body)}`);
  behind(edit, body.end, '}');
}

function probe(node: AnyNode): string {
  return `$$.line($$f,${lineOf(node)});`;
}

function takesProbe(node: AnyNode): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'FunctionDeclaration':
    case 'EmptyStatement':
    case 'ExportAllDeclaration':
    case 'BlockStatement':
      return false;
    case 'ExportNamedDeclaration':
      return node.declaration != null && node.declaration.type !== 'FunctionDeclaration';
    case 'ExpressionStatement':
      return node.directive === undefined;
    default:
      return true;
  }
}
