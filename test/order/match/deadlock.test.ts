// `~ deadlock`: the place where nothing can wake the program any more; a contract without it forbids a deadlock.
import { expect, test } from 'vitest';
import { explainContract, forbiddenLines, linesWithEnd, newTally, parseContract } from '../../../src/order/index.ts';
import { contract, messages } from '../support.ts';

const either = contract(
  'a: has one',
  '~ either by latency: b may come between',
  '    a: has both',
  '~ or',
  '    b: has the other',
  '    ~ deadlock',
);

test('a run that ends well takes the other alternative', () => {
  expect(messages(either, ['a: has one', 'a: has both'])).toEqual([]);
});

test.each([13, 124])(
  'a run that gets stuck there, with exit code %i, meets the contract, whatever is on stderr',
  (exit) => {
    expect(messages(either, ['a: has one', 'b: has the other'], { exit, stderr: ['nothing can wake it'] })).toEqual([]);
  },
);

test('a run that gets stuck elsewhere does not', () => {
  expect(messages(either, ['a: has one', 'a: has both'], { exit: 13 })[0]).toContain('output line 3: "~ deadlock"');
});

test('a run that ends well where it must get stuck does not', () => {
  expect(messages(either, ['a: has one', 'b: has the other'])[0]).toContain(
    'output ended after 2 lines, but the contract goes on with "~ deadlock" (contract line 6)',
  );
});

test('without the mark a deadlock breaks the contract by its exit code', () => {
  expect(messages(contract('a'), ['a'], { exit: 13 })).toEqual([
    'the program ended with exit code 13, the contract expects exit code 0',
  ]);
});

test('a deadlock is forbidden by a contract that does not speak of one', () => {
  const stuck = linesWithEnd(contract('a'), { stdout: ['a'], exit: 13 });
  expect(stuck).toEqual(['a', '~ deadlock']);
  expect(forbiddenLines(contract('a'), stuck)).toEqual([1]);
  expect(forbiddenLines(contract('a', '~ deadlock'), stuck)).toEqual([]);
});

test('an exit code that the contract names is an end like any other', () => {
  const thirteen = contract('a', '~ exit 13');
  expect(linesWithEnd(thirteen, { stdout: ['a'], exit: 13 })).toEqual(['a']);
});

test('the alternative with a deadlock is counted like any other', () => {
  const tally = newTally(either);
  tally.see(['a: has one', 'b: has the other', '~ deadlock']);
  expect(tally.counts()[0]?.taken.map(({ times }) => times)).toEqual([0, 1]);
});

test('it is explained in words', () => {
  expect(explainContract(either).map(({ text }) => text)).toContain(
    'Either "a: has both" or "b: has the other", then a deadlock: b may come between.',
  );
});

test('the mark takes no words', () => {
  expect(() => parseContract('~ deadlock here', { file: 'x.order', language: 'ts' })).toThrow(
    'x.order:1  cannot read "~ deadlock here"\n  fix: write it as "~ deadlock"',
  );
});
