// How a program ends: stderr, exit code, elapsed time; and the facts about its whole output.
import { describe, expect, test } from 'vitest';
import { contract, message, messages } from '../support.ts';

describe('stderr', () => {
  test('must be empty where the contract does not speak of it', () => {
    expect(messages(contract('a'), ['a'], { stderr: ['boom'] })).toEqual(
      message('stderr must be empty: its only line is "boom"', '  a contract that allows it says "~ stderr: text"'),
    );
  });

  test('shows its first and its last line', () => {
    const stderr = ['Traceback (most recent call last):', '  …', 'KeyError: 1'];
    expect(messages(contract('a'), ['a'], { stderr })[0]).toContain(
      'it has 3 lines, the first is "Traceback (most recent call last):", the last is "KeyError: 1"',
    );
  });

  test('may have other lines between those of the contract', () => {
    const failing = contract('~ stderr: one', '~ stderr: two <n>', '~ exit 1');
    expect(messages(failing, [], { stderr: ['x', 'one', 'y', 'two 2', 'z'], exit: 1 })).toEqual([]);
  });

  test('lacks a line', () => {
    expect(messages(contract('~ stderr: one'), [])).toEqual([
      'stderr: "one" (contract line 1) never came; stderr is empty',
    ]);
  });

  test('has its lines in another order', () => {
    expect(messages(contract('~ stderr: one', '~ stderr: two'), [], { stderr: ['two', 'one'] })).toEqual([
      'stderr: "two" (contract line 2) came too early, as line 1 of stderr; it has 2 lines, the first is "two", the last is "one"',
    ]);
  });
});

describe('exit code', () => {
  test('is 0 where the contract does not speak of it', () => {
    expect(messages(contract('a'), ['a'], { exit: 1 })).toEqual([
      'the program ended with exit code 1, the contract expects exit code 0',
    ]);
  });

  test('is the one of the contract', () => {
    expect(messages(contract('a', '~ exit 3'), ['a'], { exit: 3 })).toEqual([]);
    expect(messages(contract('a', '~ exit 3'), ['a'])).toEqual([
      'the program ended with exit code 0, the contract expects exit code 3 (contract line 2)',
    ]);
  });

  test('is missing after a signal', () => {
    expect(messages(contract('a'), ['a'], { exit: null, signal: 'SIGKILL' })).toEqual([
      'the program was ended by SIGKILL, the contract expects exit code 0',
    ]);
  });

  test('is missing where the program was stopped', () => {
    expect(messages(contract('a'), ['a'], { exit: null })).toEqual([
      'the program did not end by itself, the contract expects exit code 0',
    ]);
  });
});

describe('elapsed time', () => {
  const timed = contract('a', '~ elapsed 300 ms');

  test('is compared only where it is known', () => {
    expect(messages(timed, ['a'])).toEqual([]);
  });

  test('is exact to 1 ms', () => {
    expect(messages(timed, ['a'], { elapsed: 300.4 })).toEqual([]);
    expect(messages(timed, ['a'], { elapsed: 301 })).toEqual([
      'the program took 301 ms, the contract expects 300 ms (contract line 2)',
    ]);
  });
});

describe('facts', () => {
  const free = ['~ any order by ties: a test', '    a', '    b', '    ~ 1 to 3 times', '        tick'];

  test('first: a later line before an earlier one fails', () => {
    expect(messages(contract(...free, '~ first: a < b'), ['b', 'a', 'tick'])).toEqual([
      '"a" must come before "b" (contract line 6), but they are output lines 2 and 1',
    ]);
  });

  test('first: every line of the one comes before every line of the other', () => {
    const before = contract(...free, '~ first: tick < b');
    expect(messages(before, ['tick', 'tick', 'b', 'a'])).toEqual([]);
    expect(messages(before, ['tick', 'b', 'tick', 'a'])).toHaveLength(1);
  });

  test('first: lines that are not printed are in order', () => {
    const either = contract('~ either by ties: a test', '    a', '~ or', '    b', '~ first: a < b');
    expect(messages(either, ['b'])).toEqual([]);
  });

  test('first: a chain holds from end to end', () => {
    const chain = contract(...free, '~ first: a < tick < b');
    expect(messages(chain, ['tick', 'a', 'b'])).toEqual([
      '"a" must come before "tick" (contract line 6), but they are output lines 2 and 1',
    ]);
  });

  test('count: another number of lines fails', () => {
    expect(messages(contract(...free, '~ count 2: tick'), ['a', 'tick', 'b'])).toEqual([
      '"tick" is printed once, the contract counts 2 times (contract line 6)',
    ]);
  });

  test('never: the line fails', () => {
    expect(messages(contract('got <n>', '~ never: got 2'), ['got 2'])).toEqual([
      'output line 1: "got 2" must never come (contract line 2)',
    ]);
  });

  test('an output that does not fit is not compared with the facts', () => {
    expect(messages(contract('a', 'b', '~ count 1: a'), ['b'])).toHaveLength(1);
  });

  test('a fact about a line of the other twin is left out', () => {
    const twins = contract('a', '~ py: b because: a test', 'c', '~ count 1: b', '~ first: a < b < c');
    expect(messages(twins, ['a', 'c'])).toEqual([]);
  });
});
