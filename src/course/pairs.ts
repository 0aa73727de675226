// Broken/fixed pairs: beside the snippet `name` stands `name.broken`, a snippet like any other with one mistake in it. What
// only the broken program prints is what the contract of the fixed one forbids by `~ never:`.
import { existsSync } from 'node:fs';
import { CourseError } from '../error.ts';
import { readText } from './files.ts';
import type { RecordingFile, Snippet } from './snippets.ts';

export interface Pair {
  readonly broken: Snippet;
  readonly fixed: Snippet;
  /** Where `course record` stores the failing schedules of the broken twins: `recorded/<name>.broken.json`. */
  readonly failures: RecordingFile;
}

type Snippets = ReadonlyMap<string, Snippet>;

const ending = '.broken';

/** The id under which lessons name a snippet: that of the fixed half of a pair. */
export function fixedId(id: string): string {
  return id.endsWith(ending) ? id.slice(0, -ending.length) : id;
}

/** The pair that the snippet `id` is half of. */
export function pairOf(snippets: Snippets, id: string): Pair | undefined {
  const fixed = snippets.get(fixedId(id));
  const broken = snippets.get(`${fixedId(id)}${ending}`);
  return fixed && broken && { broken, fixed, failures: failuresOf(broken) };
}

/** The pairs among `snippets`, whole ones only. */
export function pairsOf(snippets: readonly Snippet[]): Pair[] {
  const byId = new Map(snippets.map((snippet) => [snippet.id, snippet]));
  return snippets.flatMap(({ id }) => (id.endsWith(ending) ? (pairOf(byId, id) ?? []) : []));
}

/** The file of the failing schedules of a broken half, read now. */
export function failuresOf({ recordings: { ts } }: Snippet): RecordingFile {
  const file = besideTwins(ts.file);
  return { file, path: besideTwins(ts.path), text: existsSync(file) ? readText(file) : undefined };
}

/** `name.broken.ts.json` → `name.broken.json` */
function besideTwins(path: string): string {
  return path.replace(/\.ts\.json$/, '.json');
}

/** An error for each broken half without any file of its fixed one; `known` are all ids that have a file. */
export function orphans(snippets: Snippets, known: { has(id: string): boolean }): CourseError[] {
  return [...snippets.values()]
    .filter(({ id }) => !known.has(fixedId(id)))
    .map(({ id, contracts }) => {
      const fixed = `snippets/${fixedId(id)}`;
      return new CourseError({
        what: `"${id}" is the broken half of a pair, and there is no "${fixedId(id)}"`,
        where: { file: contracts.ts.path },
        fix: `write the fixed programs ${fixed}.ts and ${fixed}.py and their contract ${fixed}.order, or name these files without "${ending}"`,
      });
    });
}
