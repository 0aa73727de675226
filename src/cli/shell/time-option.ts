// `--time <seconds>`: after how long a run on the machine's clock is ended.
import { CourseError } from '../../error.ts';
import { text } from './command.ts';
import type { Options } from './command.ts';

/** ms; `otherwise` where the option is absent. Throws `misuse` for what is no time. */
export function timeOf(options: Options, otherwise: number): number {
  const word = text(options, 'time');
  if (word === undefined) return otherwise;
  const seconds = Number(word);
  if (seconds > 0 && seconds <= 3600) return seconds * 1000;
  throw new CourseError({
    what: `"${word}" is not a time`,
    fix: 'give seconds, at most 3600: --time 10',
    kind: 'misuse',
  });
}
