// What is said about facts that are not written as they should be, word for word, by fixture.
import { causeList } from './cause-list.ts';

export const facts: Record<string, readonly string[]> = {
  'count-misspelt': [
    'count-misspelt.order:3  "tock <n>" is a line that this contract never prints',
    '  fix: name a line that stands in the contract',
  ],
  'count-without-number': [
    'count-without-number.order:2  cannot read "~ count: a"',
    '  fix: write it as "~ count 3: line"',
  ],
  'count-zero': ['count-zero.order:2  "~ count 0: b" counts to nothing', '  fix: write "~ never: b"'],
  'first-misspelt': [
    'first-misspelt.order:3  "b: gone" is a line that this contract never prints',
    '  fix: did you mean "b: done"?',
  ],
  'first-named-twice': [
    'first-named-twice.order:3  "~ first: a < b < a" names "a" twice',
    '  fix: name two lines that differ: a line is not before itself',
  ],
  'first-of-one': ['first-of-one.order:2  cannot read "~ first: a"', '  fix: write it as "~ first: A < B"'],
  'free-cause-unknown': ['free-cause-unknown.order:3  unknown cause "luck"', '  fix: CAUSE is one of', ...causeList],
  'free-misspelt': [
    'free-misspelt.order:3  "halted" is a line that this contract never prints',
    '  fix: name a line that stands in the contract',
  ],
  'free-of-itself': [
    'free-of-itself.order:2  "~ free: a <> a by latency: two downloads" names "a" twice',
    '  fix: name two lines that differ: a line is not before itself',
  ],
  'free-without-cause': [
    'free-without-cause.order:3  "~ free: a <> b" does not say by what the order is free, nor why',
    '  fix: write "~ free: a <> b by CAUSE: reason". CAUSE is one of',
    ...causeList,
  ],
  'free-without-other': [
    'free-without-other.order:3  cannot read "~ free: a by latency: two downloads"',
    '  fix: write it as "~ free: A <> B by CAUSE: reason"',
  ],
  'never-without-line': ['never-without-line.order:2  cannot read "~ never"', '  fix: write it as "~ never: line"'],
};
