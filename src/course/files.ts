// Reading content from disk: every path that leaves this folder is relative to the course's root, with forward slashes.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { CourseError } from '../error.ts';

/** The repository itself, or the folder that `COURSE_ROOT` names (tests and benchmarks read other courses). */
export function courseRoot(): string {
  return resolve(process.env['COURSE_ROOT'] ?? join(import.meta.dirname, '..', '..'));
}

/**
 * The folders that hold `lessons/` and `snippets/`, nearest last: a later one shadows an earlier one file by file.
 * Today there is one.
 */
export function contentRoots(root: string): readonly string[] {
  return [root];
}

/** Finds files below `folder` in every content root: path without `folder/` → absolute path, later roots winning. */
export function findFiles(root: string, folder: string, pattern: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const base of contentRoots(root)) {
    const cwd = join(base, folder);
    if (!existsSync(cwd)) continue;
    for (const name of globSync(pattern, { cwd }).sort()) found.set(slashes(name), join(cwd, name));
  }
  return found;
}

/** A text file with its line ends made `\n` and a byte-order mark dropped. */
export function readText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
}

export function shown(root: string, file: string): string {
  return slashes(relative(root, file)) || '.';
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/**
 * Ids are `chapter/name`: lower case, digits and hyphens; `chapter/name.broken` for the broken half of a pair. Anything
 * else is refused with the nearest legal form.
 */
export function requireId(id: string, file: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*(\.broken)?$/.test(id)) return id;
  const legal = id.toLowerCase().replaceAll(/[^a-z0-9/]+/g, '-');
  throw new CourseError({
    what: `"${id}" is not an id: ids are chapter/name, in lower case with hyphens`,
    where: { file },
    fix: `rename it to "${legal}"`,
  });
}
