// What is said about placeholders, twins, endings and empty contracts, word for word, by fixture.

export const programs: Record<string, readonly string[]> = {
  'assume-below': [
    'assume-below.order:2  "~ assume cpu under 100 ms: the jobs end 100 ms apart" stands below lines of the contract',
    '  fix: write it at the top: what the order rests on is read first',
  ],
  'assume-in-block': [
    'assume-in-block.order:2  "~ assume cpu under 100 ms: the jobs end 100 ms apart" is about the whole program and stands in a block',
    '  fix: write it without indentation',
  ],
  'assume-nothing': [
    'assume-nothing.order:1  "~ assume cpu under 0 ms: the machine is fast" assumes that no time ever passes',
    '  fix: write how long a stall or a lateness may be, in ms, or drop the mark',
  ],
  'assume-ties': [
    'assume-ties.order:1  "ties" has no length that could be assumed',
    '  fix: assume a bound of cpu or of latency',
  ],
  'assume-twice': [
    'assume-twice.order:2  a second "~ assume cpu"',
    '  fix: keep one of the two; the first stands on line 1',
  ],
  'assume-without-bound': [
    'assume-without-bound.order:1  cannot read "~ assume cpu: the jobs end 100 ms apart"',
    '  fix: write it as "~ assume cpu under 100 ms: reason"',
  ],
  'assume-without-reason': [
    'assume-without-reason.order:1  "~ assume latency under 50 ms" does not say why this may be assumed',
    '  fix: add the reason in words: "~ assume latency under 50 ms: reason"',
  ],
  'differs-late': [
    'differs-late.order:2  "~ differs because: tasks begin later" does not open the contract',
    '  fix: make it the first line of the file',
  ],
  'differs-without-reason': [
    'differs-without-reason.order:1  cannot read "~ differs"',
    '  fix: write it as "~ differs because: reason"',
  ],
  'elapsed-twice': [
    'elapsed-twice.order:3  a second "~ elapsed"',
    '  fix: keep one of the two; the first stands on line 2',
  ],
  'elapsed-without-unit': [
    'elapsed-without-unit.order:2  cannot read "~ elapsed 300"',
    '  fix: write it as "~ elapsed 300 ms"',
  ],
  'empty-line-with-words': [
    'empty-line-with-words.order:2  cannot read "~ empty line between"',
    '  fix: write it as "~ empty line"',
  ],
  'empty-for-one-twin': [
    'empty-for-one-twin.order  a TypeScript program that prints nothing meets this contract',
    '  fix: write the lines that the program prints, or how it ends: "~ exit 1", "~ stderr: text"',
  ],
  'empty-repetition': [
    'empty-repetition.order  a TypeScript program that prints nothing meets this contract',
    '  fix: write the lines that the program prints, or how it ends: "~ exit 1", "~ stderr: text"',
  ],
  empty: [
    'empty.order  a TypeScript program that prints nothing meets this contract',
    '  fix: write the lines that the program prints, or how it ends: "~ exit 1", "~ stderr: text"',
  ],
  'exit-in-block': [
    'exit-in-block.order:3  "~ exit 1" is about the whole program and stands in a block',
    '  fix: write it without indentation',
  ],
  'exit-in-words': ['exit-in-words.order:2  cannot read "~ exit one"', '  fix: write it as "~ exit 1"'],
  'exit-too-large': ['exit-too-large.order:2  256 is no exit code', '  fix: write a number from 0 to 255'],
  'exit-twice': ['exit-twice.order:3  a second "~ exit"', '  fix: keep one of the two; the first stands on line 2'],
  'placeholder-kind': [
    'placeholder-kind.order:1  "<n:nubmer>" is a placeholder of an unknown kind, "nubmer"',
    '  fix: the kinds are number, word and any; if the program prints "<n:nubmer>" itself, write "<<n:nubmer>"',
  ],
  'placeholder-two-kinds': [
    'placeholder-two-kinds.order:2  <x> is a number above and a word here',
    '  fix: write the same kind each time, or give the two parts different names',
  ],
  'stderr-without-text': ['stderr-without-text.order:2  cannot read "~ stderr"', '  fix: write it as "~ stderr: text"'],
  'twin-with-empty-reason': [
    'twin-with-empty-reason.order:1  "~ py: a start because:" does not say why only one twin prints this line',
    '  fix: add the reason: "~ py: a start because: reason"',
  ],
  'twin-without-reason': [
    'twin-without-reason.order:1  "~ ts: a start" does not say why only one twin prints this line',
    '  fix: add the reason: "~ ts: a start because: reason"',
  ],
  'assume-twice-named': [
    'assume-twice-named.order:1  cannot read "~ assume assume cpu under 100 ms: the jobs end 100 ms apart"',
    '  fix: write it as "~ assume cpu under 100 ms: reason"',
  ],
  'assume-with-more': [
    'assume-with-more.order:1  cannot read "~ assume cpu under 100 ms or so: the jobs end 100 ms apart"',
    '  fix: write it as "~ assume cpu under 100 ms: reason"',
  ],
  'differs-twice-named': [
    'differs-twice-named.order:1  cannot read "~ differs differs because: tasks begin later"',
    '  fix: write it as "~ differs because: reason"',
  ],
  'elapsed-twice-named': [
    'elapsed-twice-named.order:2  cannot read "~ elapsed elapsed 300 ms"',
    '  fix: write it as "~ elapsed 300 ms"',
  ],
  'elapsed-with-more': [
    'elapsed-with-more.order:2  cannot read "~ elapsed 300 ms or more"',
    '  fix: write it as "~ elapsed 300 ms"',
  ],
  'exit-twice-named': ['exit-twice-named.order:2  cannot read "~ exit exit 1"', '  fix: write it as "~ exit 1"'],
  'exit-with-more': ['exit-with-more.order:2  cannot read "~ exit 1 at once"', '  fix: write it as "~ exit 1"'],
  'stderr-twice-named': [
    'stderr-twice-named.order:2  cannot read "~ stderr stderr: text"',
    '  fix: write it as "~ stderr: text"',
  ],
  'twin-twice-named': [
    'twin-twice-named.order:1  cannot read "~ ts ts: a because: it starts at once"',
    '  fix: write it as "~ ts: line because: reason"',
  ],
  'twin-without-line': [
    'twin-without-line.order:1  cannot read "~ py:"',
    '  fix: write it as "~ py: line because: reason"',
  ],
  'mark-with-two-spaces': [
    'mark-with-two-spaces.order:2  unknown mark "~  deadlock"',
    '  fix: did you mean "~ deadlock"? If the program prints this line, write "~~  deadlock"',
  ],
  'times-negative': [
    'times-negative.order:1  cannot read "~ -3 times"',
    '  fix: write it as "~ 3 times" or "~ 2 to 5 times"',
  ],
  'times-with-more': [
    'times-with-more.order:1  cannot read "~ 3 times or so"',
    '  fix: write it as "~ 3 times" or "~ 2 to 5 times"',
  ],
};
