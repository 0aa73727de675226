// Broken/fixed pairs: beside the snippet `name` stands `name.broken`, a snippet like any other with one mistake in it. What
// only the broken program prints is what the contract of the fixed one forbids by `~ never:`.
import { existsSync } from 'node:fs';
import { readText } from './files.ts';
import { brokenEnding, fixedId } from './halves.ts';
import type { RecordingFile, Snippet } from './snippets.ts';

export interface Pair {
  readonly broken: Snippet;
  readonly fixed: Snippet;
  /** Where `course record` stores the failing schedules of the broken twins: `recorded/<name>.broken.json`. */
  readonly failures: RecordingFile;
}

type Snippets = ReadonlyMap<string, Snippet>;

/** The pair that the snippet `id` is half of. */
export function pairOf(snippets: Snippets, id: string): Pair | undefined {
  const fixed = snippets.get(fixedId(id));
  const broken = snippets.get(`${fixedId(id)}${brokenEnding}`);
  return fixed && broken && { broken, fixed, failures: failuresOf(broken) };
}

/** The pairs among `snippets`, whole ones only. */
export function pairsOf(snippets: readonly Snippet[]): Pair[] {
  const byId = new Map(snippets.map((snippet) => [snippet.id, snippet]));
  return snippets.flatMap(({ id }) => (id.endsWith(brokenEnding) ? (pairOf(byId, id) ?? []) : []));
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
