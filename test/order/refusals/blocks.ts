// What is said about indentation, repetition and unknown marks, word for word, by fixture.

export const blocks: Record<string, readonly string[]> = {
  'body-missing': [
    'body-missing.order:2  "~ in order" has no lines of its own',
    '  fix: indent its lines by 4 spaces below it',
  ],
  'body-of-facts-only': [
    'body-of-facts-only.order:2  "~ in order" has no lines of its own',
    '  fix: indent its lines by 4 spaces below it',
  ],
  'dedented-half-way': [
    'dedented-half-way.order:3  unexpected indentation: 2 spaces where the block has 0',
    '  fix: indent by 4 spaces, and only below a mark that holds lines, such as "~ in order"',
  ],
  'indented-by-one': [
    'indented-by-one.order:2  unexpected indentation: 1 space where the block has 0',
    '  fix: indent by 4 spaces, and only below a mark that holds lines, such as "~ in order"',
  ],
  'indented-first': [
    'indented-first.order:1  unexpected indentation: 4 spaces where the block has 0',
    '  fix: indent by 4 spaces, and only below a mark that holds lines, such as "~ in order"',
  ],
  'indented-line': [
    'indented-line.order:2  unexpected indentation: 4 spaces where the block has 0',
    '  fix: indent by 4 spaces, and only below a mark that holds lines, such as "~ in order"',
  ],
  'mark-misspelt': [
    'mark-misspelt.order:1  unknown mark "~ lanez by threads: two workers"',
    '  fix: did you mean "~ lane by CAUSE: reason"? If the program prints this line, write "~~ lanez by threads: two workers"',
  ],
  'mark-unknown': [
    'mark-unknown.order:2  unknown mark "~ anything"',
    '  fix: write one of',
    '         ~ any order by CAUSE: reason',
    '         ~ lane by CAUSE: reason',
    '         ~ either by CAUSE: reason',
    '         ~ or',
    '         ~ in order',
    '         ~ empty line',
    '         ~ 3 times',
    '         ~ first: A < B',
    '         ~ free: A <> B by CAUSE: reason',
    '         ~ count 3: line',
    '         ~ never: line',
    '         ~ assume cpu under 100 ms: reason',
    '         ~ elapsed 300 ms',
    '         ~ exit 1',
    '         ~ deadlock',
    '         ~ stderr: text',
    '         ~ ts: line because: reason',
    '         ~ py: line because: reason',
    '         ~ differs because: reason',
    '       If the program prints this line, write "~~ anything"',
  ],
  'mark-without-space': [
    'mark-without-space.order:1  unknown mark "~lane"',
    '  fix: did you mean "~ lane by CAUSE: reason"? If the program prints this line, write "~~lane"',
  ],
  tab: ['tab.order:2  a tab stands in the indentation', '  fix: indent by 4 spaces'],
  'times-downwards': [
    'times-downwards.order:1  "~ 5 to 2 times" does not count upwards',
    '  fix: write "~ 2 to 5 times"',
  ],
  'times-equal': ['times-equal.order:1  "~ 3 to 3 times" does not count upwards', '  fix: write "~ 3 times"'],
  'times-many': [
    'times-many.order:1  cannot read "~ 2 to many times"',
    '  fix: write it as "~ 3 times" or "~ 2 to 5 times"',
  ],
  'times-one': ['times-one.order:1  "~ 1 times" repeats nothing', '  fix: write the lines without a mark'],
  'times-zero': [
    'times-zero.order:1  "~ 0 times" repeats nothing',
    '  fix: for a line that must not come write "~ never: line"',
  ],
};
