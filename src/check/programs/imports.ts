// Reads which modules a program imports, from its text alone: one statement a line, as the snippets are written.
import type { Program } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';

export interface Import {
  readonly name: string;
  readonly line: number;
}

/** Every module that `program` imports, with the line that names it. */
export function importedModules(program: Pick<Program, 'language' | 'text'>): Import[] {
  return program.text
    .split('\n')
    .flatMap((text, index) => readers[program.language](text).map((name) => ({ name, line: index + 1 })));
}

const readers: Record<Language, (line: string) => string[]> = { ts: fromTypeScript, py: fromPython };

// `import 'a'`, `import x from 'a'`, the last line of a longer one, `export … from 'a'`, `import('a')`, `require('a')`
const typeScript = [
  /^\s*import\s*(?:[\w*{][^'"]*\bfrom\s*)?(['"])(.+?)\1/,
  /^\s*\}\s*from\s*(['"])(.+?)\1/,
  /^\s*export\s[^'"=]*\bfrom\s*(['"])(.+?)\1/,
  /\b(?:import|require)\(\s*(['"])([^'"]+)\1\s*\)/,
];

function fromTypeScript(line: string): string[] {
  if (/^\s*\/\//.test(line)) return [];
  return typeScript.flatMap((form) => form.exec(line)?.[2] ?? []).slice(0, 1);
}

function fromPython(line: string): string[] {
  const from = /^\s*from\s+([\w.]+)\s+import\b/.exec(line)?.[1];
  if (from !== undefined) return [from];
  const list = /^\s*import\s+([\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+(?:\s+as\s+\w+)?)*)\s*(?:#.*)?$/.exec(line)?.[1];
  return (list ?? '').split(',').flatMap((part) => /^\s*([\w.]+)/.exec(part)?.[1] ?? []);
}
