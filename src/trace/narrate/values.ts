// Shared variables in words: who has read what, and which write is lost.
import * as words from './catalogue/words.ts';
import type { Names } from './names.ts';
import type { SharedValue } from '../replay/shared-values.ts';

/** "pay ann read 0, pay bob read 0; the 20 of pay bob is lost"; empty where there is nothing to say. */
export function sharedValueWords({ reads, lost }: SharedValue, names: Names): string {
  const { hasRead, isLost } = words.values;
  const read = reads.map(({ strand, value }) => hasRead(names.strand(strand), value)).join(', ');
  return [read, ...(lost ? [isLost(names.strand(lost.strand), lost.value)] : [])].filter(Boolean).join('; ');
}
