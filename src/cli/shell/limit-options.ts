// The limits of a run that a reader may set: `--time <seconds>` on the machine's clock, `--output <MB>` of what it prints.
import { CourseError } from '../../error.ts';
import { text } from './command.ts';
import type { Options } from './command.ts';

/** ms; `otherwise` where the option is absent. Throws `misuse` for what is no time. */
export function timeOf(options: Options, otherwise: number): number {
  const limit = { name: 'time', noun: 'a time', unit: 'seconds', most: 3600, example: 10 };
  return scaled(options, limit, 1000) ?? otherwise;
}

/** Bytes; `otherwise` where the option is absent. Throws `misuse` for what is no size. */
export function outputOf(options: Options, otherwise: number): number {
  const limit = { name: 'output', noun: 'a size', unit: 'megabytes', most: 1024, example: 10 };
  return scaled(options, limit, 1024 * 1024) ?? otherwise;
}

interface Limit {
  readonly name: string;
  readonly noun: string;
  readonly unit: string;
  readonly most: number;
  readonly example: number;
}

function scaled(options: Options, { name, noun, unit, most, example }: Limit, scale: number): number | undefined {
  const word = text(options, name);
  if (word === undefined) return undefined;
  const number = Number(word);
  if (number > 0 && number <= most) return number * scale;
  const fix = `give ${unit}, at most ${most}: --${name} ${example}`;
  throw new CourseError({ what: `"${word}" is not ${noun}`, fix, kind: 'misuse' });
}
