// What a virtual clock cannot say of a reader's Python program: the order of threads and processes is the machine's. Of
// TypeScript the traced engine refuses them by name.
import type { AnyJob } from '../../runtime/schedules/real.ts';

const kinds: Readonly<Record<string, string>> = {
  threading: 'threads',
  _thread: 'threads',
  'concurrent.futures': 'threads and processes',
  multiprocessing: 'processes',
  subprocess: 'processes',
};

/**
 * A sentence with the command that explores real runs, where a program of the reader's imports what starts threads or
 * processes and none of its schedules is a real run. Those of gevent are greenlets, which its virtual clock rules.
 */
export function threadsHint({ program, contract, batches }: AnyJob, typed: string): string | undefined {
  const { language, text } = program;
  if (language !== 'py' || contract || batches.some(({ cause }) => cause === 'threads')) return undefined;
  const module = /\bgevent\b/.test(text) ? undefined : importedIn(text);
  if (module === undefined) return undefined;
  return `imports ${module}: no virtual clock rules real ${kinds[module]}; see real runs: npm run course -- explore ${typed} --cause threads`;
}

function importedIn(text: string): string | undefined {
  const modules = text.split('\n').flatMap((line) => {
    const [, from, names = ''] = /^\s*(?:from\s+([\w.]+)\s+)?import\s+([^#;]+)/.exec(line) ?? [];
    const words = names.split(',').map((name) => name.trim().split(/\s/)[0] ?? '');
    return from === undefined ? words : [from, ...words.map((word) => `${from}.${word}`)];
  });
  return Object.keys(kinds).find((kind) => modules.some((name) => name === kind || name.startsWith(`${kind}.`)));
}
