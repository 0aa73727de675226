// Contracts that an output fits in very many ways: followed as far as there is a bound, then a fault.
import { describe, expect, test } from 'vitest';
import { checkOutput } from '../../../src/order/index.ts';
import { contract } from '../support.ts';

const lanes = (count: number, lines: (lane: number) => readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, lane) => [
    lane === 0 ? '~ lane by threads: a test' : '~ lane',
    ...lines(lane).map((line) => `    ${line}`),
  ]).flat();

const ticks = (count: number): readonly string[] => Array.from({ length: count }, () => 'tick');

describe('lanes of equal lines', () => {
  const five = contract(...lanes(5, () => ticks(6)));

  test('are followed to the end', () => {
    expect(checkOutput(five, ticks(30))).toEqual([]);
  });

  test('miss a line', () => {
    expect(checkOutput(five, ticks(29))).toHaveLength(1);
  });

  test('have a line too many', () => {
    expect(checkOutput(five, ticks(31))[0]?.message).toContain('"tick" is printed once more than the contract has it');
  });
});

test('lanes that differ only at their ends are followed', () => {
  const five = contract(...lanes(5, (lane) => [...ticks(5), `end ${lane}`]));
  const ends = ['end 4', 'end 3', 'end 2', 'end 1', 'end 0'];
  expect(checkOutput(five, [...ticks(25), ...ends])).toEqual([]);
  expect(checkOutput(five, [...ticks(24), ...ends, 'tick'])).toHaveLength(1);
});

test('many free lines that differ are followed', () => {
  const names = Array.from({ length: 60 }, (_, index) => `line ${index}`);
  const free = contract('~ any order by latency: a test', ...names.map((name) => `    ${name}`));
  expect(checkOutput(free, names.toReversed())).toEqual([]);
});

test('past the bound the contract is at fault, in a sentence', () => {
  const many = contract(...lanes(10, (lane) => [...ticks(6), `end ${lane}`]));
  expect(checkOutput(many, ticks(60))).toEqual([
    {
      message: [
        'output line 6: the output up to here fits the contract in too many ways to follow',
        '  let the lines of different lanes differ, by a name for example',
      ].join('\n'),
      outputLine: 6,
    },
  ]);
});

test('a line that can be read in very many ways is bounded too', () => {
  const words = Array.from({ length: 200 }, () => 'x').join(' ');
  const split = contract('<a:any> <b:any> <c:any> <d:any>', '<a:any>', '<b:any>', '<c:any>', '<d:any>');
  expect(checkOutput(split, [words, 'y'])[0]?.message).toContain('in too many ways to follow');
});
