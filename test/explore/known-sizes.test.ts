// Programs whose numbers of schedules and outputs are known on paper.
import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/explore/budget.ts';
import { coverageSentence } from '../../src/explore/count/sentence.ts';
import { deviationsOf } from '../../src/explore/decision.ts';
import { drive } from '../../src/explore/drive.ts';
import { Exploration } from '../../src/explore/explore.ts';
import type { Explored, ExplorationOptions } from '../../src/explore/explore.ts';
import { runUnder } from '../../src/explore/recorder.ts';
import { touchesSame } from '../../src/explore/reduce/dependence.ts';
import type { Operation } from './engines/strands.ts';
import { strandsProgram } from './engines/strands.ts';
import { waits, waitsProgram } from './engines/waits.ts';
import type { Program } from './search/support.ts';

async function explore(
  program: Program,
  options: Partial<ExplorationOptions<string>> = {},
): Promise<Explored<string> & { readonly sentence: string }> {
  const exploration = new Exploration<string>({ keyOf: (text) => text, budget: new Budget({}), ...options });
  const found = await drive(exploration, (batch) => batch.map((schedule) => runUnder(schedule, program)), 64);
  return { ...found, sentence: coverageSentence(found.outputs.length, found.coverage) };
}

const outcomes = ({ outputs }: Explored<string>): string[] => outputs.map(({ outcome }) => outcome).sort();

describe('n outside waits that start together end in n! orders', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 6],
    [4, 24],
    [5, 120],
    [6, 720],
    [7, 5040],
  ])('%i waits: %i', async (count, orders) => {
    const { outputs, coverage } = await explore(waitsProgram(waits(count)));
    expect(outputs).toHaveLength(orders);
    expect(coverage).toMatchObject({ kind: 'complete', schedules: orders });
  });
});

test('a chain of two waits beside one wait has three orders', async () => {
  const program = waitsProgram([{ name: 'a', then: [{ name: 'b' }] }, { name: 'c' }]);
  const found = await explore(program);
  expect(outcomes(found)).toEqual(['a b c', 'a c b', 'c a b']);
  expect(found.sentence).toBe('3 outputs, complete (3 schedules; latency: any order of outside waits)');
});

test('a bug in one of 40,320 orders is found, and the search is complete', async () => {
  const reversed = '7 6 5 4 3 2 1 0';
  const all = waitsProgram(waits(8));
  const found = await explore((recorder) => (all(recorder) === reversed ? 'BUG' : 'ok'));
  expect(outcomes(found)).toEqual(['BUG', 'ok']);
  expect(found.sentence).toBe('2 outputs, complete (40,320 schedules; latency: any order of outside waits)');
  const bug = found.outputs.find(({ outcome }) => outcome === 'BUG');
  expect(bug?.schedules).toBe(1);
  expect(deviationsOf(bug?.nearest ?? []).map(({ take }) => take)).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

const addTwice: readonly Operation[] = [
  { kind: 'add', name: 'n' },
  { kind: 'add', name: 'n' },
];

/** C(8, 4) interleavings of two times two reads and two writes. */
test('two threads that add 1 twice each print 2, 3 or 4 within two preemptions', async () => {
  const found = await explore(strandsProgram([addTwice, addTwice], 0));
  expect(outcomes(found)).toEqual(['n=2', 'n=3', 'n=4']);
  expect(found.sentence).toMatch(/^3 outputs, complete \(\d+ schedules; threads: at most 2 preemptions\)$/);
  const free = await explore(strandsProgram([addTwice, addTwice], 0), { bound: {} });
  expect(outcomes(free)).toEqual(['n=2', 'n=3', 'n=4']);
  expect(free.sentence).toBe('3 outputs, complete (70 schedules; threads: any switches)');
});

test('without a preemption two threads that add run one after the other', async () => {
  const found = await explore(strandsProgram([addTwice, addTwice], 0), { bound: { threads: 0 } });
  expect(found.sentence).toBe('1 output, complete (1 schedule; threads: no preemptions)');
});

const crosswise = (first: string, second: string, text: string): readonly Operation[] => [
  { kind: 'acquire', lock: first },
  { kind: 'acquire', lock: second },
  { kind: 'print', text },
  { kind: 'release', lock: second },
  { kind: 'release', lock: first },
];

test('two locks taken crosswise: both orders, and the deadlock with one preemption', async () => {
  const program = strandsProgram([crosswise('L', 'M', 'a'), crosswise('M', 'L', 'b')]);
  const found = await explore(program);
  expect(outcomes(found)).toEqual(['A waits for M B waits for L', 'a b', 'b a']);
  const deadlock = found.outputs.find(({ outcome }) => outcome.includes('waits'));
  const [only, ...others] = deviationsOf(deadlock?.nearest ?? []);
  expect(others).toEqual([]);
  expect(deadlock?.nearest[only?.at ?? -1]?.cost).toBe(1);
});

describe('k critical sections under one lock come in k! orders', () => {
  const section = (text: string): readonly Operation[] => [
    { kind: 'acquire', lock: 'L' },
    { kind: 'print', text },
    { kind: 'print', text },
    { kind: 'release', lock: 'L' },
  ];
  test.each([
    [2, 2],
    [3, 6],
    [4, 24],
  ])('%i: %i', async (count, orders) => {
    const program = strandsProgram(['a', 'b', 'c', 'd'].slice(0, count).map(section));
    const found = await explore(program, { bound: {}, dependent: touchesSame });
    expect(found.outputs).toHaveLength(orders);
    expect(found.coverage).toMatchObject({ kind: 'complete' });
  });
});

test('strands that share nothing have one order that counts: of 34,650 schedules less than 1 in 500 is run', async () => {
  const own = (name: string): readonly Operation[] => [
    { kind: 'add', name },
    { kind: 'double', name },
  ];
  const program = strandsProgram([own('n'), own('m'), own('k')]);
  const all = await explore(program, { bound: {} });
  expect(all.coverage).toMatchObject({ kind: 'complete', schedules: 34_650 });
  const found = await explore(program, { bound: {}, dependent: touchesSame });
  expect(found.outputs).toHaveLength(1);
  expect(found.coverage).toMatchObject({ kind: 'complete' });
  expect(found.outputs[0]?.schedules).toBeLessThan(34_650 / 500);
});
