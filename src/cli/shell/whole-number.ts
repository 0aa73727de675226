// An option that is a whole number.
import { CourseError } from '../../error.ts';
import { text } from './command.ts';
import type { Options } from './command.ts';

/** undefined where the option is absent. Throws `misuse` for anything but a whole number in these bounds. */
export function wholeNumber(
  options: Options,
  name: string,
  { least, most, example }: { readonly least: number; readonly most: number; readonly example: number },
): number | undefined {
  const word = text(options, name);
  if (word === undefined) return undefined;
  const value = Number(word);
  if (/^\d+$/.test(word) && value >= least && value <= most) return value;
  throw new CourseError({
    what: `--${name} ${word} is no whole number from ${least} to ${most}`,
    fix: `give one, or leave it out: --${name} ${example}`,
    kind: 'misuse',
  });
}
