// The end of every mark that leaves the order free: `by CAUSE: reason`. Neither may be missing.
import { CourseError } from '../../error.ts';
import type { Place } from '../../error.ts';
import { causeMeanings, causes } from '../contract.ts';
import type { Cause } from '../contract.ts';
import { nearest } from '../../nearest.ts';

export interface Claim {
  readonly cause: Cause;
  readonly reason: string;
}

/** Reads what follows the words of a mark, ` by latency: reason`; `words` are the mark's own, as in `~ any order`. */
export function readClaim(words: string, rest: string, where: Place): Claim {
  const row = `${words}${rest}`;
  const form = `"${words} by CAUSE: reason"`;
  const [, by, colon, reason = ''] = /^(?: by ([^:]*?))?\s*(?:(:)\s*(.*))?$/.exec(rest) ?? [];
  if (by === undefined) {
    const missing = colon && reason ? 'by what the order is free' : 'by what the order is free, nor why';
    throw new CourseError({ what: `"${row}" does not say ${missing}`, where, fix: `write ${form}. ${causeList()}` });
  }
  const cause = causes.find((known) => known === by);
  if (!cause) {
    const begun = causes.find((known) => colon === undefined && by.startsWith(`${known} `));
    if (begun) {
      const fix = `write "${words} by ${begun}: ${by.slice(begun.length).trim()}"`;
      throw new CourseError({ what: `"${row}" has no colon between the cause and the reason`, where, fix });
    }
    const close = nearest(by, causes, 1);
    const advice = close ? `did you mean "${close}"? ` : '';
    throw new CourseError({ what: `unknown cause "${by}"`, where, fix: `${advice}${causeList()}` });
  }
  if (reason === '') {
    const fix = `add the reason in words: "${words} by ${cause}: reason"`;
    throw new CourseError({ what: `"${row}" does not say why the order is free`, where, fix });
  }
  return { cause, reason };
}

function causeList(): string {
  const list = causes.map((cause) => `  ${cause}: ${causeMeanings[cause]}`);
  return ['CAUSE is one of', ...list].join('\n');
}
