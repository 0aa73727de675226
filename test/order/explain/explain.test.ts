// A contract in sentences.
import { describe, expect, test } from 'vitest';
import { explainContract, parseContract } from '../../../src/order/index.ts';
import { contract } from '../support.ts';

const explain = (...lines: readonly string[]): readonly string[] =>
  explainContract(contract(...lines)).map((one) => one.text);

const ordered = 'Every line, in this order.';
const free = 'Every line, in this order, with these freedoms:';

test('plain lines come in this order', () => {
  expect(explain('a', 'b')).toEqual([ordered]);
});

describe('free blocks', () => {
  test('any order', () => {
    expect(explain('a', '~ any order by latency: the network decides', '    b', '    c', '    d')).toEqual([
      free,
      'Lines 2 to 4 may come in any order: the network decides.',
    ]);
  });

  test('any order of blocks', () => {
    const lines = ['~ any order by ties: who knows', '    ~ in order', '        a', '        b', '    c'];
    expect(explain(...lines)[1]).toBe('Lines 1 to 3 may come in any order, each block in its own order: who knows.');
  });

  test('lanes', () => {
    expect(explain('~ lane by threads: two workers', '    a', '    b', '~ lane', '    c', 'd')).toEqual([
      free,
      'Lines 1 to 3 are 2 lanes that interleave freely, each in its own order: two workers.',
    ]);
  });

  test('either', () => {
    expect(explain('~ either by latency: a race!', '    a', '~ or', '    b')[1]).toBe(
      'Line 1 is either "a" or "b": a race!',
    );
    expect(explain('~ either by latency: a race', '    a', '    b', '~ or', '    c')[1]).toBe(
      'Either "a", then "b" or "c": a race.',
    );
  });

  test('without a fixed place they are named by their lines', () => {
    const block = ['~ any order by ties: a test', '    a', '    b'];
    expect(explain('~ 1 to 2 times', '    x', ...block)[2]).toBe('"a" and "b" may come in any order: a test.');
    expect(explain('~ 1 to 2 times', '    x', ...block, '    c', '    d', '    e')[2]).toBe(
      'The 5 lines from "a" to "e" may come in any order: a test.',
    );
  });

  test('with one item in this twin they leave nothing open', () => {
    expect(explain('~ any order by ties: a test', '    a', '    ~ py: b because: a test')).toEqual([
      ordered,
      'Only Python prints "b" here: a test.',
    ]);
  });
});

test('repetition', () => {
  expect(explain('~ 3 times', '    tick')).toEqual([ordered, '"tick" comes 3 times.']);
  expect(explain('~ 2 to 5 times', '    tick', '    tock')[1]).toBe('"tick", then "tock" come 2 to 5 times.');
});

test('facts', () => {
  const facts = ['~ first: a < b < c', '~ free: a <> c by cpu: time passes', '~ count 3: a', '~ never: d'];
  expect(explain('a', 'b', 'c', ...facts)).toEqual([
    free,
    '"a" comes before "b", and that before "c".',
    '"a" and "c" come in either order: time passes.',
    '"a" comes 3 times in all.',
    '"d" never comes.',
  ]);
});

test('placeholders', () => {
  expect(explain('took <ms> ms', 'put <id:word>', 'got <id:word>', '<rest:any>')).toEqual([
    ordered,
    '<ms> is a number that varies from run to run.',
    '<id> is a word that varies from run to run, the same wherever it stands.',
    '<rest> is any text that varies from run to run.',
  ]);
});

test('endings', () => {
  expect(explain('a', '~ exit 1', '~ stderr: boom', '~ elapsed 300 ms')).toEqual([
    ordered,
    'It writes "boom" to stderr.',
    'It ends with exit code 1.',
    'It takes 300 ms on the virtual clock.',
  ]);
  expect(explain('~ exit 1')).toEqual(['Nothing is printed.', 'It ends with exit code 1.']);
});

test('a contract of its own says why first', () => {
  const own = parseContract('~ differs because: tasks start later\na', { file: 'x.py.order', language: 'py' });
  expect(explainContract(own).map((one) => one.text)).toEqual([
    'Python has a contract of its own: tasks start later.',
    ordered,
  ]);
});

test('a sentence about a freedom carries the freedom and its line', () => {
  const [, about] = explainContract(contract('a', '~ any order by latency: far', '    b', '    c'));
  expect(about).toMatchObject({ contractLine: 2, freedom: { cause: 'latency', reason: 'far' } });
});

test('an assumption says while what the order holds', () => {
  const [, cpu, latency] = explain(
    '~ assume cpu under 100 ms: the jobs end 100 ms apart',
    '~ assume latency under 50 ms: each server answers in time',
    'a',
  );
  expect(cpu).toBe(
    'This order is the usual one; it holds while the process stands still for less than 100 ms at a time: the jobs end 100 ms apart.',
  );
  expect(latency).toBe(
    'This order is the usual one; it holds while no wait for the outside world ends 50 ms late or later: each server answers in time.',
  );
});
