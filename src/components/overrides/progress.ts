// Where the reader was: kept in this browser only, under the site's own path, since sites of one owner share storage.

export interface Visited {
  readonly path: string;
  readonly title: string;
}

const key = (base: string) => `interleave:${base}:last-lesson`;

export function rememberLesson(base: string, visited: Visited): void {
  try {
    localStorage.setItem(key(base), JSON.stringify(visited));
  } catch {
    // storage is full or forbidden: nothing is remembered
  }
}

/** The last lesson that was opened, if what is stored is one of this site's addresses. */
export function lastLesson(base: string): Visited | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(base)) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('path' in stored) || !('title' in stored)) return undefined;
    const { path, title } = stored;
    if (typeof path !== 'string' || typeof title !== 'string' || !path.startsWith(`${base}/`)) return undefined;
    return { path, title };
  } catch {
    return undefined;
  }
}
