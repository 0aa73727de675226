// Reads from the words of a Python program which APIs it uses. It is a scanner, not a parser: a name that the program binds
// anywhere counts as its own everywhere, and whose method a method is, is not known.
import type { ApiUse } from './api-use.ts';
import { basicMethods, basicModules, basicNames, keywords } from './python-basics.ts';
import { codeOfPython } from './python-text.ts';

interface Token {
  readonly text: string;
  readonly line: number;
}

export function pythonApis(text: string): ApiUse[] {
  const code = codeOfPython(text);
  const imports = readImports(code);
  const tokens = tokensOf(imports.rest);
  const bound = boundNames(tokens);
  const uses = [...imports.uses];
  for (let at = 0; at < tokens.length; at += 1) {
    const found =
      syntaxAt(tokens, at) ?? moduleAt(tokens, at, imports.modules) ?? nameAt(tokens, at, bound, imports.names);
    if (!found) continue;
    uses.push({ name: found.name, line: tokens[at]?.line ?? 0 });
    at += found.length - 1;
  }
  return uses.filter(({ name }) => !basicModules.has(name.split('.')[0] ?? ''));
}

interface Imports {
  /** `from module import name`: what the program names without its module. */
  readonly uses: ApiUse[];
  readonly names: ReadonlySet<string>;
  /** The name by which the program knows a module → the module. */
  readonly modules: ReadonlyMap<string, string>;
  /** The code without its imports. */
  readonly rest: string;
}

function readImports(code: string): Imports {
  const uses: ApiUse[] = [];
  const names = new Set<string>();
  const modules = new Map<string, string>();
  const statement = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+)?import[ \t]+(\([^)]*\)|[^\n]*)/gm;
  const rest = code.replaceAll(statement, (whole, from: string | undefined, list: string, offset: number) => {
    const line = code.slice(0, offset).split('\n').length;
    for (const part of list.replaceAll(/[()]/g, '').split(',')) {
      const [, name, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?/.exec(part) ?? [];
      if (name === undefined) continue;
      if (from === undefined) modules.set(alias ?? name, name);
      else {
        names.add(alias ?? name);
        uses.push({ name: `${from}.${name}`, line });
      }
    }
    return whole.replaceAll(/[^\n]/g, ' ');
  });
  return { uses, names, modules, rest };
}

function tokensOf(code: string): Token[] {
  return code
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/[A-Za-z_]\w*|\d[\w.]*|[=!<>:]=|[^\s\w]/g)].map(([word]) => ({ text: word, line: index + 1 })),
    );
}

const isName = (token: Token | undefined): token is Token => token !== undefined && /^[A-Za-z_]/.test(token.text);

interface Found {
  readonly name: string;
  /** How many tokens it takes. */
  readonly length: number;
}

function syntaxAt(tokens: readonly Token[], at: number): Found | undefined {
  const [first, second] = [tokens[at]?.text, tokens[at + 1]?.text];
  if (first === 'async') return { name: `async ${second ?? ''}`, length: 2 };
  if (first === 'yield' && second === 'from') return { name: 'yield from', length: 2 };
  return first === 'yield' || first === 'await' ? { name: first, length: 1 } : undefined;
}

/** `asyncio.run`, `concurrent.futures.wait`: the module by its longest known name, with what is taken from it. */
function moduleAt(tokens: readonly Token[], at: number, modules: Imports['modules']): Found | undefined {
  if (tokens[at - 1]?.text === '.') return undefined;
  const path = [tokens[at]?.text ?? ''];
  for (let next = at + 1; tokens[next]?.text === '.' && isName(tokens[next + 1]); next += 2) {
    path.push(tokens[next + 1]?.text ?? '');
  }
  for (let parts = path.length; parts > 0; parts -= 1) {
    const module = modules.get(path.slice(0, parts).join('.'));
    if (module === undefined) continue;
    const taken = path[parts];
    return {
      name: taken === undefined ? module : `${module}.${taken}`,
      length: 2 * Math.min(parts + 1, path.length) - 1,
    };
  }
  return undefined;
}

function nameAt(
  tokens: readonly Token[],
  at: number,
  bound: ReadonlySet<string>,
  imported: ReadonlySet<string>,
): Found | undefined {
  const token = tokens[at];
  if (!isName(token) || keywords.has(token.text) || bound.has(token.text)) return undefined;
  if (tokens[at - 1]?.text === '.') {
    const method = tokens[at + 1]?.text === '(' && !basicMethods.has(token.text);
    return method ? { name: `.${token.text}`, length: 1 } : undefined;
  }
  return basicNames.has(token.text) || imported.has(token.text) ? undefined : { name: token.text, length: 1 };
}

/** Every name that the program binds: functions, classes, parameters, targets of assignments, loops and `as`. */
function boundNames(tokens: readonly Token[]): Set<string> {
  const bound = new Set<string>();
  const bind = (from: number, to: number): void => {
    for (const token of tokens.slice(from, to)) if (isName(token)) bound.add(token.text);
  };
  for (const [at, { text }] of tokens.entries()) {
    if (text === 'def' || text === 'class') bind(at + 1, at + 2);
    if (text === 'def') bind(at + 3, closing(tokens, at + 2));
    if (text === 'lambda') bind(at + 1, indexOf(tokens, ':', at));
    if (text === 'for') bind(at + 1, indexOf(tokens, 'in', at));
    if (text === 'as') bind(at + 1, indexOf(tokens, ':', at));
    if (text === '=' || text === ':=') bind(targetStart(tokens, at), at);
  }
  return bound;
}

function indexOf(tokens: readonly Token[], text: string, from: number): number {
  const at = tokens.findIndex((token, index) => index > from && token.text === text);
  return at < 0 ? tokens.length : at;
}

/** The place of the parenthesis that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** Where the names begin that the `=` at `at` binds, on its line: `a = `, `a, self.b = `. */
function targetStart(tokens: readonly Token[], at: number): number {
  const { line } = tokens[at] ?? { line: 0 };
  let start = at;
  while (tokens[start - 1]?.line === line && /^[\w.,*]+$/.test(tokens[start - 1]?.text ?? '')) start -= 1;
  return start;
}
