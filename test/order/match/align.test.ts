// Which line of the contract took which line of output, and in which free blocks.
import { describe, expect, test } from 'vitest';
import { alignRun, printedRows } from '../../../src/order/index.ts';
import type { AlignedLine, Contract } from '../../../src/order/index.ts';
import { contract } from '../support.ts';

const nested = contract(
  'start',
  '~ lane by threads: two workers',
  '    a',
  '    ~ any order by latency: two downloads',
  '        b',
  '        c',
  '~ lane',
  '    d',
  'end',
);

test('each line of output has its line of the contract', () => {
  const aligned = alignRun(nested, ['start', 'd', 'a', 'c', 'b', 'end']);
  expect(aligned.map((line) => [line.outputLine, line.text, line.contractLine])).toEqual([
    [1, 'start', 1],
    [2, 'd', 8],
    [3, 'a', 3],
    [4, 'c', 6],
    [5, 'b', 5],
    [6, 'end', 9],
  ]);
});

test('the free blocks of a line come outermost first, with the item', () => {
  const aligned = alignRun(nested, ['start', 'd', 'a', 'c', 'b', 'end']);
  expect(aligned.map((line) => positions(line))).toEqual([[], ['2/1'], ['2/0'], ['2/0', '4/1'], ['2/0', '4/0'], []]);
});

test('equal lines at two places of the contract are told apart', () => {
  expect(linesTaken(contract('tick', 'a', 'tick'), ['tick', 'a', 'tick'])).toEqual([1, 2, 3]);
});

test('a free block in a repetition tells its rounds apart', () => {
  const rounds = contract('~ 2 times', '    ~ any order by ties: a test', '        a', '        b');
  const aligned = alignRun(rounds, ['a', 'b', 'b', 'a']);
  expect(aligned.map((line) => line.freedoms[0]?.round)).toEqual([0, 0, 1, 1]);
});

test('a line that turns out later to stand in another alternative is aligned with that one', () => {
  const either = contract('~ either by ties: a test', '    a', '    b', '~ or', '    a', '    c');
  expect(linesTaken(either, ['a', 'c'])).toEqual([5, 6]);
});

describe('an output that breaks its contract', () => {
  test('is aligned up to the first line that does not fit', () => {
    expect(linesTaken(nested, ['start', 'a', 'x', 'end'])).toEqual([1, 3, undefined, undefined]);
  });

  test('is aligned as far as it goes', () => {
    expect(linesTaken(nested, ['start'])).toEqual([1]);
    expect(linesTaken(nested, [])).toEqual([]);
  });
});

test('the rows of the contract know the lines of output that they took', () => {
  const repeated = contract('~ 2 times', '    tick', '~ py: a because: a test', 'end');
  const rows = printedRows(repeated, alignRun(repeated, ['tick', 'tick', 'end']));
  expect(rows.map((row) => [row.text, row.outputLines])).toEqual([
    ['~ 2 times', []],
    ['tick', [1, 2]],
    ['~ py: a because: a test', []],
    ['end', [3]],
  ]);
});

function linesTaken(aligned: Contract, output: readonly string[]): readonly (number | undefined)[] {
  return alignRun(aligned, output).map((line) => line.contractLine);
}

function positions(line: AlignedLine): readonly string[] {
  return line.freedoms.map((position) => `${position.line}/${position.item}`);
}
