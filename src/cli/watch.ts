// Says which file has changed. Editors save in several steps: what comes within a moment counts as one change.
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** ms without a further change before a change is told. */
const settle = 80;

/** The name of a changed file, each time one of `files` changes, until `signal` aborts. */
export async function* onChange(files: readonly string[], signal: AbortSignal): AsyncGenerator<string> {
  const names = new Set(files.map((file) => basename(file)));
  let tell: (name: string | undefined) => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  // folders, not files: many editors write a new file and rename it over the old one
  const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_, name) => {
      if (name === null || !names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => tell(name), settle);
    }),
  );
  signal.addEventListener('abort', () => tell(undefined), { once: true });
  try {
    while (!signal.aborted) {
      const changed = await new Promise<string | undefined>((resolve) => (tell = resolve));
      if (changed !== undefined) yield changed;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}
