// A word of the command line that must be one of a closed list.
import { CourseError } from '../../error.ts';
import { nearest } from '../../nearest.ts';

/** `word`, if it is one of `known`; undefined where none was given. Throws a CourseError (`misuse`) that lists them. */
export function oneOf<T extends string>(known: readonly T[], noun: string, word: string | undefined): T | undefined {
  if (word === undefined) return undefined;
  const found = known.find((name) => name === word);
  if (found !== undefined) return found;
  const guess = nearest(word, known);
  const all = `There are: ${known.join(', ')}`;
  const fix = guess === undefined ? all : `did you mean "${guess}"? ${all}`;
  throw new CourseError({ what: `unknown ${noun} "${word}"`, fix, kind: 'misuse' });
}
