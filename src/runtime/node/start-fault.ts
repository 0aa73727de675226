// Why Node does not even start a program: no valid program, syntax that cannot be erased, an import that
// leads nowhere. Node's own message for it has the place in one line and Node's insides in the next ten.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import type { AnyNode } from 'acorn';
import { CourseError } from '../../error.ts';
import { isJavaScript, javascriptOf } from '../traced/compile/javascript.ts';
import { importFault } from './import-fault.ts';
import { isCommonJs } from './module-kind.ts';

/** What is wrong with the program in `file`, called `shown`, before its first line runs; undefined if nothing is. `text`: what is read there. */
export function startFault(file: string, shown: string, text = readFileSync(file, 'utf8')): CourseError | undefined {
  try {
    const sourceType = isCommonJs(file, text) ? 'commonjs' : 'module';
    const script = javascriptOf({ file: shown, text }, sourceType);
    const { body } = parse(script, { ecmaVersion: 'latest', sourceType, locations: true });
    for (const statement of body) {
      const fault = importFault(file, specifierOf(statement));
      if (fault) return new CourseError({ ...fault, where: { file: shown, line: lineOf(statement) } });
    }
    return undefined;
  } catch (error) {
    if (error instanceof CourseError) return error;
    if (error instanceof SyntaxError) return syntaxFault(error, shown);
    throw error;
  }
}

function specifierOf(statement: AnyNode): string | undefined {
  const source = 'source' in statement ? statement.source : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

function lineOf(statement: AnyNode): number {
  return statement.loc?.start.line ?? 1;
}

/** Of a message that ends in "(line:column)". */
function syntaxFault({ message }: SyntaxError, file: string): CourseError {
  const [, what = message, line = '1', column = '0'] = /^(.*) \((\d+):(\d+)\)$/s.exec(message) ?? [];
  return new CourseError({
    what: `this is no valid ${isJavaScript(file) ? 'JavaScript' : 'TypeScript'}: ${what.replace(/\.$/, '')}`,
    where: { file, line: Number(line) },
    fix: `correct line ${line} from column ${Number(column) + 1} on, or the line before it`,
  });
}
