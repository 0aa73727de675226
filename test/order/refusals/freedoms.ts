// What is said about freedoms that are not written as they should be, word for word, by fixture.
import { causeList } from './cause-list.ts';

export const freedoms: Record<string, readonly string[]> = {
  'any-order-colon-alone': [
    'any-order-colon-alone.order:1  "~ any order:" does not say by what the order is free, nor why',
    '  fix: write "~ any order by CAUSE: reason". CAUSE is one of',
    ...causeList,
  ],
  'any-order-of-one': [
    'any-order-of-one.order:1  "~ any order" holds one item only',
    '  fix: indent at least two items below it, or drop the mark: one item alone has an order',
  ],
  'any-order-without-by': [
    'any-order-without-by.order:1  "~ any order: three downloads" does not say by what the order is free',
    '  fix: write "~ any order by CAUSE: reason". CAUSE is one of',
    ...causeList,
  ],
  'any-order-without-cause': [
    'any-order-without-cause.order:2  "~ any order" does not say by what the order is free, nor why',
    '  fix: write "~ any order by CAUSE: reason". CAUSE is one of',
    ...causeList,
  ],
  'any-order-without-reason': [
    'any-order-without-reason.order:1  "~ any order by latency" does not say why the order is free',
    '  fix: add the reason in words: "~ any order by latency: reason"',
  ],
  'cause-misspelt': [
    'cause-misspelt.order:1  unknown cause "latncy"',
    '  fix: did you mean "latency"? CAUSE is one of',
    ...causeList,
  ],
  'cause-unknown': ['cause-unknown.order:1  unknown cause "magic"', '  fix: CAUSE is one of', ...causeList],
  'cause-unknown-without-colon': [
    'cause-unknown-without-colon.order:1  unknown cause "magic three jobs"',
    '  fix: CAUSE is one of',
    ...causeList,
  ],
  'cause-with-more': ['cause-with-more.order:1  unknown cause "latency jobs"', '  fix: CAUSE is one of', ...causeList],
  'cause-without-colon': [
    'cause-without-colon.order:1  "~ any order by latency three jobs" has no colon between the cause and the reason',
    '  fix: write "~ any order by latency: three jobs"',
  ],
  'either-without-or': [
    'either-without-or.order:2  "~ either" has no "~ or"',
    '  fix: add "~ or" with its lines directly below it, with the same indentation',
  ],
  'either-without-reason': [
    'either-without-reason.order:1  "~ either by latency:" does not say why the order is free',
    '  fix: add the reason in words: "~ either by latency: reason"',
  ],
  'lane-alone': [
    'lane-alone.order:1  a lane stands alone',
    '  fix: add a second lane directly below it, as plain "~ lane" with the same indentation, or drop the mark',
  ],
  'lane-reason-twice': [
    'lane-reason-twice.order:3  "~ lane by threads: two workers" begins a row of its own',
    '  fix: write it as plain "~ lane": the first lane gives the cause and the reason of the whole row',
  ],
  'lane-without-cause': [
    'lane-without-cause.order:1  the first "~ lane" of a row does not say by what the order is free, nor why',
    '  fix: write "~ lane by CAUSE: reason", and plain "~ lane" for the further lanes directly below',
  ],
  'or-alone': [
    'or-alone.order:2  "~ or" follows no "~ either"',
    '  fix: write "~ either by CAUSE: reason" above it, with the same indentation',
  ],
  'or-with-words': ['or-with-words.order:3  cannot read "~ or by latency: a race"', '  fix: write it as "~ or"'],
};
