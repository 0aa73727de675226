// The two halves of a pair, by their ids: `name.broken` is the program with one mistake, `name` the fixed one.
import { CourseError } from '../error.ts';

export const brokenEnding = '.broken';

/** The id under which lessons name a snippet: that of the fixed half of a pair. */
export function fixedId(id: string): string {
  return id.endsWith(brokenEnding) ? id.slice(0, -brokenEnding.length) : id;
}

/** What a snippet must have to be named in an error. */
interface Half {
  readonly id: string;
  readonly contracts: { readonly ts: { readonly path: string } };
}

/** An error for each broken half without any file of its fixed one; `known` are all ids that have a file. */
export function orphans(snippets: ReadonlyMap<string, Half>, known: { has(id: string): boolean }): CourseError[] {
  return [...snippets.values()]
    .filter(({ id }) => !known.has(fixedId(id)))
    .map(({ id, contracts }) => {
      const fixed = `snippets/${fixedId(id)}`;
      return new CourseError({
        what: `"${id}" is the broken half of a pair, and there is no "${fixedId(id)}"`,
        where: { file: contracts.ts.path },
        fix: `write the fixed programs ${fixed}.ts and ${fixed}.py and their contract ${fixed}.order, or name these files without "${brokenEnding}"`,
      });
    });
}
