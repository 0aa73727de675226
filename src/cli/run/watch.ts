// Says which file has changed. Editors save in several steps: what comes within a moment counts as one change.
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** ms without a further change before a change is told. */
const settle = 80;

/**
 * The name of a changed file, each time one of `files` changes, until `signal` aborts. The watch begins at the call;
 * what changes while nobody asks is told at the next question.
 */
export function onChange(files: readonly string[], signal: AbortSignal): AsyncGenerator<string> {
  const names = new Set(files.map((file) => basename(file)));
  const changed = new Set<string>();
  let wake: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  // folders, not files: many editors write a new file and rename it over the old one
  const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_, name) => {
      if (name === null || !names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        changed.add(name);
        wake();
      }, settle);
    }),
  );
  signal.addEventListener('abort', () => wake(), { once: true });
  return changes();

  async function* changes(): AsyncGenerator<string> {
    try {
      while (!signal.aborted) {
        const [name] = changed;
        if (name === undefined) await new Promise<void>((resolve) => (wake = resolve));
        else {
          changed.delete(name);
          yield name;
        }
      }
    } finally {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    }
  }
}
