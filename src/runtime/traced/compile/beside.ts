// What a program loads beside itself: every file that its text names, found and parsed once, in the order in which they are met.
// Their lines are counted on from those of the program, so that one number names a line of any of them.
import type { AnyNode, Comment, Program as Tree } from 'acorn';
import { full } from 'acorn-walk';
import type { MissingError, ModuleFormat, Target } from '../program.ts';
import { moduleName } from './available.ts';
import { isJavaScript, javascriptOf } from './javascript.ts';
import { parseProgram } from './parse.ts';
import { InvalidProgram, lineIn } from './refusal.ts';
import type { SourceFile } from './refusal.ts';

/** Where a specifier of a program leads. */
export type Found =
  | {
      readonly kind: 'file';
      readonly url: string;
      /** As messages name it. */
      readonly file: string;
      readonly text: string;
      readonly format: ModuleFormat;
    }
  /** `error`: what Node says, with its code. */
  | { readonly kind: 'missing'; readonly error: MissingError };

/** Whoever knows the files beside a program. Gives undefined for what the engine does not load, as a package. */
export type FindBeside = (specifier: string, from: string, how: 'import' | 'require') => Found | undefined;

/** A file of a program, parsed. */
export interface Part {
  readonly source: SourceFile;
  readonly url: string;
  readonly format: ModuleFormat;
  readonly javascript: string;
  readonly tree: Tree;
  readonly comments: readonly Comment[];
  /** The line of the program itself that leads there; 0 for the program. */
  readonly askedAt: number;
  readonly imports: Map<string, Target>;
  readonly requires: Map<string, Target>;
}

/** A specifier in the text of a program. */
interface Request {
  readonly specifier: string;
  readonly how: 'import' | 'require';
  readonly line: number;
  readonly node: AnyNode;
  readonly isStatic: boolean;
}

interface Entry {
  readonly source: SourceFile;
  readonly url: string;
  readonly format: ModuleFormat;
}

/** The program and the files beside it. Throws as `compile` does. */
export function partsOf(program: Entry, find: FindBeside | undefined): Part[] {
  const parts = [parsed(program, 0)];
  if (!find) return parts;
  const known = new Map([[program.url, 0]]);
  // a part that is found is appended, and looked through in its turn
  for (const part of parts) {
    for (const request of requestsOf(part)) {
      const targets = request.how === 'import' ? part.imports : part.requires;
      if (moduleName(request.specifier) || targets.has(request.specifier)) continue;
      const found = find(request.specifier, part.url, request.how);
      if (!found) continue;
      if (found.kind === 'missing') {
        if (request.isStatic) throw missing(part, request);
        targets.set(request.specifier, { kind: 'missing', error: found.error });
        continue;
      }
      let index = known.get(found.url);
      if (index === undefined) {
        index = parts.length;
        known.set(found.url, index);
        const { file, text, url, format } = found;
        const firstLine = endOf(parts);
        const source = { file, text, firstLine };
        parts.push(parsed({ source, url, format }, part.askedAt || request.line));
      }
      targets.set(request.specifier, { kind: 'module', index });
    }
  }
  return parts;
}

/** The line after the last one of all parts. */
function endOf(parts: readonly Part[]): number {
  return parts.reduce((line, { source }) => line + source.text.split('\n').length, 1);
}

function missing({ source, url }: Part, { specifier, node }: Request) {
  const what = `there is no module "${specifier}" for ${url.slice(url.lastIndexOf('/') + 1)}`;
  return new InvalidProgram({
    what,
    where: { file: source.file, line: lineIn(source, node) },
    fix: 'correct its name',
  });
}

function parsed({ source, url, format }: Entry, askedAt: number): Part {
  const comments: Comment[] = [];
  const kind = format === 'module' ? 'module' : 'commonjs';
  const javascript = format === 'json' ? '' : understood(source, () => javascriptOf(source, kind));
  const tree = understood(source, () => parseProgram(source, javascript, kind, comments));
  return { source, url, format, javascript, tree, comments, askedAt, imports: new Map(), requires: new Map() };
}

function understood<T>(source: SourceFile, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /\((\d+):\d+\)$/.exec(error.message);
    throw new InvalidProgram({
      what: `this is no valid ${isJavaScript(source.file) ? 'JavaScript' : 'TypeScript'}: ${error.message.replace(/ \(\d+:\d+\)$/, '')}`,
      where: at ? { file: source.file, line: Number(at[1]) } : { file: source.file },
      fix: `look at the line, then run it again`,
    });
  }
}

/** What a part names: static imports in their order, then `import()` and `require()` of a text. */
function requestsOf({ tree, format, source }: Part): Request[] {
  const statics: Request[] = [];
  const later: Request[] = [];
  for (const node of tree.body) {
    const specifier = 'source' in node && node.source ? node.source.value : undefined;
    if (typeof specifier === 'string') statics.push(request(source, specifier, 'import', node, true));
  }
  full(tree, (node) => {
    const [how, argument] = loads(node, format);
    if (!how || argument?.type !== 'Literal' || argument.value === null) return;
    later.push(request(source, String(argument.value), how, node, false));
  });
  later.sort((a, b) => a.node.start - b.node.start);
  return [...statics, ...later];
}

function request(
  source: SourceFile,
  specifier: string,
  how: Request['how'],
  node: AnyNode,
  isStatic: boolean,
): Request {
  return { specifier, how, node, line: lineIn(source, node), isStatic };
}

function loads(node: AnyNode, format: ModuleFormat): [how?: Request['how'], argument?: AnyNode | undefined] {
  if (node.type === 'ImportExpression') return ['import', node.source];
  if (format !== 'commonjs' || node.type !== 'CallExpression') return [];
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire ? ['require', node.arguments[0]] : [];
}
