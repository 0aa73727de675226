// Placeholders: what each kind takes, and that one name is one text.
import { describe, expect, test } from 'vitest';
import { checkOutput } from '../../src/order/index.ts';
import type { Contract } from '../../src/order/index.ts';
import { contract, message, messages } from './support.ts';

const allows = (checked: Contract, ...output: readonly string[]): boolean => checkOutput(checked, output).length === 0;

describe('a placeholder takes its own kind of text', () => {
  test.each(['0', '-3', '15.8', '1e-05', '2.5e+10'])('<n> takes %s', (text) => {
    expect(allows(contract('took <n> ms'), `took ${text} ms`)).toBe(true);
  });

  test.each(['', 'x', '1.', '.5', '1 2', '0x1f', '1,000'])('<n> does not take %j', (text) => {
    expect(allows(contract('took <n> ms'), `took ${text} ms`)).toBe(false);
  });

  test('<n:word> takes text without spaces', () => {
    expect(allows(contract('by <n:word>'), 'by Thread-1')).toBe(true);
    expect(allows(contract('by <n:word>'), 'by Thread 1')).toBe(false);
    expect(allows(contract('by <n:word>'), 'by ')).toBe(false);
  });

  test('<n:any> takes any text, none included', () => {
    expect(allows(contract('by <n:any>'), 'by Thread 1')).toBe(true);
    expect(allows(contract('by <n:any>'), 'by ')).toBe(true);
  });
});

describe('a < that begins no placeholder is printed', () => {
  test.each(['<coroutine object>', 'Map<String>', 'a < b', '1 <2> 3', '<a-b>', '<n', '<>'])('%s', (text) => {
    expect(allows(contract(text), text)).toBe(true);
  });

  test('<< is one printed <', () => {
    expect(allows(contract('Promise { <<pending> }'), 'Promise { <pending> }')).toBe(true);
    expect(allows(contract('1 <<<< 2'), '1 << 2')).toBe(true);
  });

  test('a placeholder that equals the printed text says how to write it', () => {
    expect(messages(contract('Promise { <pending> }'), ['Promise { <pending> }'])).toEqual(
      message(
        'output line 1: "Promise { <pending> }" came where the contract has "Promise { <pending> }" (contract line 1)',
        '  all other lines fit',
        '  in a contract <pending> stands for a text that varies; for the printed text itself write "<<pending>"',
      ),
    );
  });
});

describe('one name is one text', () => {
  test('in a line', () => {
    expect(allows(contract('<x:word> is <x:word>'), 'a is a')).toBe(true);
    expect(allows(contract('<x:word> is <x:word>'), 'a is b')).toBe(false);
  });

  test('in a line that has another placeholder, which stands once', () => {
    const read = contract('put <n> by <who:word>', 'got <n>');
    expect(allows(read, 'put 1 by a', 'got 1')).toBe(true);
    expect(allows(read, 'put 1 by a', 'got 2')).toBe(false);
  });

  test('across lines', () => {
    expect(allows(contract('put <n>', 'got <n>'), 'put 1', 'got 1')).toBe(true);
    expect(allows(contract('put <n>', 'got <n>'), 'put 1', 'got 2')).toBe(false);
  });

  test('in all rounds of a repetition', () => {
    expect(allows(contract('~ 2 times', '    tick <n>'), 'tick 1', 'tick 1')).toBe(true);
    expect(allows(contract('~ 2 times', '    tick <n>'), 'tick 1', 'tick 2')).toBe(false);
  });

  test('across lanes, whichever line comes first', () => {
    const lanes = contract('~ any order by ties: a test', '    put <n>', '    got <n>');
    expect(allows(lanes, 'got 1', 'put 1')).toBe(true);
    expect(allows(lanes, 'got 1', 'put 2')).toBe(false);
  });

  test('every way to read a line is followed to the end', () => {
    const read = contract('<x:any> <y:any>', 'x is <x:any>', 'y is <y:any>');
    expect(allows(read, 'a b c', 'x is a', 'y is b c')).toBe(true);
    expect(allows(read, 'a b c', 'x is a b', 'y is c')).toBe(true);
    expect(allows(read, 'a b c', 'x is a', 'y is c')).toBe(false);
  });

  test('equal places in the contract with different texts are kept apart', () => {
    const read = contract(
      '~ either by ties: a test',
      '    <x:word> b',
      '~ or',
      '    a <y:word>',
      '<x:word>',
      '<y:word>',
    );
    expect(allows(read, 'a b', 'a', 'q')).toBe(true);
    expect(allows(read, 'a b', 'q', 'b')).toBe(true);
    expect(allows(read, 'a b', 'q', 'q')).toBe(false);
  });

  test('a fault says what the name stood for', () => {
    expect(messages(contract('put <n>', 'got <n>', 'end'), ['put 1', 'got 2', 'end'])).toEqual(
      message(
        'output line 2: "got 2" came where the contract has "got <n>" (contract line 2)',
        '  all other lines fit',
        '  <n> was "1" before: one name is one text',
      ),
    );
  });
});

test('a fact takes a line in which one name is one text', () => {
  const counted = contract('a is a', 'a is b', '~ count 1: <x:word> is <x:word>');
  expect(allows(counted, 'a is a', 'a is b')).toBe(true);
});

test('facts read each line by itself', () => {
  const counted = contract('put 1', 'put 2', '~ count 2: put <n>');
  expect(allows(counted, 'put 1', 'put 2')).toBe(true);
});
