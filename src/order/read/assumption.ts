// `~ assume cpu under 100 ms: reason`: what an order rests on besides the rules of the engine.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { boundedCauses } from '../contract.ts';
import type { Assumption } from '../contract.ts';
import { misspelt } from './facts.ts';

/** Reads the mark without its `~`. Throws a CourseError for a cause without a length, for no bound and for no reason. */
export function readAssumption(text: string, line: number, where: Place): Assumption {
  const [, named, digits, reason] = /^assume (\S+) under (\d+) ms(?::\s*(.*))?$/.exec(text) ?? [];
  if (digits === undefined) throw misspelt(`~ ${text}`, 'assume', where);
  const cause = boundedCauses.find((one) => one === named);
  if (!cause) {
    const what = `"${named}" has no length that could be assumed`;
    throw new CourseError({ what, where, fix: `assume a bound of ${boundedCauses.join(' or of ')}` });
  }
  const under = Number(digits);
  if (under === 0) {
    const fix = 'write how long a stall or a lateness may be, in ms, or drop the mark';
    throw new CourseError({ what: `"~ ${text}" assumes that no time ever passes`, where, fix });
  }
  if (!reason) {
    const fix = `add the reason in words: "~ assume ${cause} under ${under} ms: reason"`;
    throw new CourseError({ what: `"~ ${text}" does not say why this may be assumed`, where, fix });
  }
  return { cause, under, reason, line };
}
