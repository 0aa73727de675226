// What a reader's own Python program needs where no comment of it says so: whoever starts threads or processes imports what does it.
import type { Program } from '../../course/snippets.ts';
import type { Need } from '../../languages.ts';

const needsByModule: Readonly<Record<string, Need>> = {
  threading: 'threads',
  _thread: 'threads',
  'concurrent.futures': 'threads',
  multiprocessing: 'processes',
  subprocess: 'processes',
};

/** The program with the needs that it declares, else those of its imports. Greenlets are no threads: gevent brings its own. */
export function withOwnNeeds<T extends Program>(program: T): T {
  const { language, text, needs } = program;
  if (language !== 'py' || needs.length > 0 || /\bgevent\b/.test(text)) return program;
  const modules = importedIn(text);
  const names = Object.keys(needsByModule);
  const found = names.filter((name) => modules.some((module) => module === name || module.startsWith(`${name}.`)));
  return { ...program, needs: [...new Set(found.flatMap((name) => needsByModule[name] ?? []))] };
}

function importedIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, from, names = ''] = /^\s*(?:from\s+([\w.]+)\s+)?import\s+([^#;]+)/.exec(line) ?? [];
    const words = names.split(',').map((name) => name.trim().split(/\s/)[0] ?? '');
    return from === undefined ? words : [from, ...words.map((word) => `${from}.${word}`)];
  });
}
