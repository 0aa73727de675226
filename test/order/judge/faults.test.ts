// The sentences about an output that breaks its contract, word for word.
import { describe, expect, test } from 'vitest';
import { checkRun } from '../../../src/order/index.ts';
import { contract, message, messages } from '../support.ts';

const abcd = contract('a', 'b', 'c', 'd');

describe('a single mistake is named', () => {
  test('two lines next to each other are swapped', () => {
    expect(messages(abcd, ['a', 'c', 'b', 'd'])).toEqual([
      'output lines 2 and 3 are swapped: the contract has "b" (contract line 2) before "c" (contract line 3)',
    ]);
  });

  test('two lines far from each other are swapped', () => {
    expect(messages(abcd, ['d', 'b', 'c', 'a'])).toEqual([
      'output lines 1 and 4 are swapped: the contract has "a" (contract line 1) before "d" (contract line 4)',
    ]);
  });

  test('two lines of one lane are swapped', () => {
    const lanes = contract('~ lane by ties: a test', '    a1', '    a2', '~ lane', '    b1', '    b2');
    expect(messages(lanes, ['b1', 'a2', 'a1', 'b2'])).toEqual([
      'output lines 2 and 3 are swapped: the contract has "a1" (contract line 2) before "a2" (contract line 3)',
    ]);
  });

  test('a line is missing', () => {
    expect(messages(abcd, ['a', 'c', 'd'])).toEqual(['output line 2: "b" (contract line 2) is missing before "c"']);
  });

  test('a line of the second lane is missing, where a line of the first may come as well', () => {
    const lanes = contract('~ lane by ties: a test', '    a1', '    a2', '~ lane', '    b1', '    b2');
    expect(messages(lanes, ['b2', 'a1', 'a2'])).toEqual([
      'output line 1: "b1" (contract line 5) is missing before "b2"',
    ]);
  });

  test('a line is printed twice', () => {
    expect(messages(abcd, ['a', 'b', 'b', 'c', 'd'])).toEqual(
      message(
        'output line 3: "b" is printed once more than the contract has it (contract line 2)',
        '  the contract goes on with "c" (contract line 3)',
      ),
    );
  });

  test('the last line is printed twice', () => {
    expect(messages(abcd, ['a', 'b', 'c', 'd', 'd'])).toEqual(
      message(
        'output line 5: "d" is printed once more than the contract has it (contract line 4)',
        '  nothing may come after it',
      ),
    );
  });

  test('a line is one too many', () => {
    expect(messages(abcd, ['a', 'x', 'b', 'c', 'd'])).toEqual(
      message('output line 2: "x" is one line too many', '  the contract goes on with "b" (contract line 2)'),
    );
  });

  test('a line came too early', () => {
    expect(messages(abcd, ['a', 'd', 'b', 'c'])).toEqual([
      'output line 2: "d" came too early; the contract has it (contract line 4) after "c"',
    ]);
  });

  test('a line came too late', () => {
    expect(messages(abcd, ['b', 'c', 'a', 'd'])).toEqual([
      'output line 3: "a" came too late; the contract has it (contract line 1) before "b"',
    ]);
  });

  test('a line is another', () => {
    expect(messages(abcd, ['a', 'x', 'c', 'd'])).toEqual(
      message('output line 2: "x" came where the contract has "b" (contract line 2)', '  all other lines fit'),
    );
  });

  test('a line has a space at its end', () => {
    expect(messages(abcd, ['a', 'b ', 'c', 'd'])).toEqual(
      message(
        'output line 2: "b " came where the contract has "b" (contract line 2)',
        '  all other lines fit',
        '  they differ only in spaces at the end of the printed line',
      ),
    );
  });
});

describe('else the fault says what stood there, what is allowed, what came later and what came before', () => {
  test('the expected line comes later', () => {
    expect(messages(abcd, ['a', 'x', 'y', 'b', 'c'])).toEqual(
      message(
        'output line 2: "x" came where the contract has "b" (contract line 2)',
        '  "b" comes 2 lines later, as output line 4',
        '  printed before: "a"',
      ),
    );
  });

  test('the expected line does not come at all', () => {
    expect(messages(abcd, ['x', 'y', 'z'])).toEqual(
      message(
        'output line 1: "x" came where the contract has "a" (contract line 1)',
        '  that line does not come later',
      ),
    );
  });

  test('several lines are allowed', () => {
    const free = contract('a', '~ any order by ties: a test', '    b', '    c', '    d', 'e');
    expect(messages(free, ['a', 'b', 'x', 'y'])).toEqual(
      message(
        'output line 3: "x" came where the contract has "c" (contract line 4) or "d" (contract line 5)',
        '  none of them comes later',
        '  printed before: "a", "b"',
      ),
    );
  });

  test('the allowed lines come as the contract has them, even where a new round may begin', () => {
    const rounds = contract('~ 2 times', '    a', '    ~ 0 to 2 times', '        b', 'e');
    expect(messages(rounds, ['a', 'x', 'y'])[0]?.split('\n')[0]).toBe(
      'output line 2: "x" came where the contract has "a" (contract line 2) or "b" (contract line 4)',
    );
  });

  test('a line that is allowed under several readings of the lines before it is named once', () => {
    const readings = contract('<x:any> <y:any>', 'then <x:any>', 'end');
    expect(messages(readings, ['a b c', 'x', 'y'])[0]?.split('\n')[0]).toBe(
      'output line 2: "x" came where the contract has "then <x:any>" (contract line 2)',
    );
  });

  test('many lines are allowed', () => {
    const free = contract(
      '~ any order by ties: a test',
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((line) => `    ${line}`),
    );
    expect(messages(free, ['x', 'y'])[0]?.split('\n')[0]).toBe(
      'output line 1: "x" came where the contract has "a" (contract line 2), "b" (contract line 3), ' +
        '"c" (contract line 4), "d" (contract line 5) or one of 2 more',
    );
  });
});

describe('an output ends too early or too late', () => {
  test('it ends too early', () => {
    expect(messages(abcd, ['a', 'b', 'c'])).toEqual(
      message(
        'output ended after 3 lines, but the contract goes on with "d" (contract line 4)',
        '  printed before: "a", "b", "c"',
      ),
    );
  });

  test('nothing is printed', () => {
    expect(messages(abcd, [])).toEqual(['nothing was printed, but the contract begins with "a" (contract line 1)']);
  });

  test('it goes on after the end', () => {
    expect(messages(abcd, ['a', 'b', 'c', 'd', 'x', 'y'])).toEqual(
      message(
        'output line 5: "x" came after the end: the output is complete with "d" (contract line 4)',
        '  printed before: …, "b", "c", "d"',
      ),
    );
  });

  test('something is printed where nothing is expected', () => {
    expect(messages(contract('~ exit 1'), ['x'], { exit: 1 })).toEqual([
      'output line 1: "x" came, but nothing may be printed',
    ]);
  });
});

describe('a line of the contract that means something else than its writer thinks', () => {
  test('a placeholder without a kind takes numbers alone', () => {
    expect(messages(contract('got <x>'), ['got abc'])).toEqual(
      message(
        'output line 1: "got abc" came where the contract has "got <x>" (contract line 1)',
        '  all other lines fit',
        '  <x> takes a number; <x:any> takes any text, <x:word> text without spaces',
      ),
    );
  });

  test('a word has no space', () => {
    expect(messages(contract('got <x:word>'), ['got a b']).join('')).toContain(
      '\n  <x> takes text without spaces; <x:any> takes any text',
    );
  });

  test('a comment is a line that must be printed', () => {
    expect(messages(contract('# first one', 'one'), ['one'])).toEqual(
      message(
        'output line 1: "# first one" (contract line 1) is missing before "one"',
        '  a contract has "~ # text" for a note of its author',
      ),
    );
  });
});

test('a fault points at its line of output and of the contract', () => {
  const [fault] = checkRun(abcd, { stdout: ['a', 'c', 'b', 'd'], stderr: [], exit: 0 });
  expect(fault).toMatchObject({ outputLine: 2, contractLine: 2 });
});
