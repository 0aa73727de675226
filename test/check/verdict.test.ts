// What the runs of one cause say about a contract: promised, usual while nothing lasts as long as it assumes, or false.
import { describe, expect, test } from 'vitest';
import { judgeCause } from '../../src/check/proof/verdict.ts';
import type { Path } from '../../src/explore/clock/path.ts';
import type { Coverage } from '../../src/explore/count/coverage.ts';
import { parseContract } from '../../src/order/index.ts';
import type { Outcome } from '../../src/runtime/outcome.ts';
import { programOf } from '../runtime/schedules/program.ts';

const program = programOf('ts', '');
const complete = { kind: 'complete', schedules: 2, causes: ['cpu'], bound: {}, pinned: false } as const;

/** The second reading of the clock comes at least so many ms after the first. */
function stalled(ms: number): Path {
  return {
    step: 0,
    times: [{ notBefore: [] }, { notBefore: [{ time: 0, plus: 0 }], at: { line: 3 } }],
    inequalities: [{ a: 0, b: 1, most: -ms }],
  };
}

function outcome(lines: string, ...stalls: readonly number[]): Outcome {
  const differences = stalls.map(() => {
    return {
      position: 0,
      cause: 'cpu',
      at: undefined,
      option: 1,
      taken: undefined,
      usual: undefined,
      isPreemption: false,
    } as const;
  });
  const origin = {
    kind: 'schedule',
    token: `traced.cpu.00000000${stalls.map(() => '.0').join('')}`,
    differences,
    paths: stalls.map(stalled),
  } as const;
  return { stdout: lines.split(' '), stderr: [], exit: 0, elapsed: 0, count: 1, origin };
}

function judge(text: string, ...outcomes: readonly Outcome[]) {
  const contract = parseContract(text, { file: 'own.order', language: 'ts' });
  const { proof, errors } = judgeCause(
    { program, contract },
    { cause: 'cpu' },
    { outcomes, coverage: complete, runs: outcomes.length },
  );
  return { margin: proof.margin, errors: errors.map(({ message }) => message) };
}

const usual = outcome('a b');
const swapped = 'output lines 1 and 2 are swapped: the contract has "a" (contract line 1) before "b" (contract line 2)';

test('an order that no run breaks is promised: it has no margin', () => {
  expect(judge('a\nb\n', usual)).toEqual({ margin: undefined, errors: [] });
});

test('an order that a stall breaks is false without an assumption, and the fix says how much it may assume', () => {
  expect(judge('a\nb\n', usual, outcome('b a', 20))).toEqual({
    margin: 20,
    errors: [
      `own.order:1  TypeScript: 1 of 2 schedules of cpu breaks the contract. Nearest: the process stands still for 20 ms before line 3: ${swapped}\n` +
        '  fix: claim less, or say on what the order rests: ~ assume cpu under 20 ms: reason\n' +
        '       replay it: npm run course -- run own.ts --schedule traced.cpu.00000000.0',
    ],
  });
});

describe('an assumption', () => {
  const assuming = (ms: number) => `~ assume cpu under ${ms} ms: they are far apart\na\nb\n`;

  test('that rules out all that breaks the order makes it usual', () => {
    expect(judge(assuming(20), usual, outcome('b a', 20, 30))).toEqual({ margin: 20, errors: [] });
  });

  test('that is wider than the margin is false', () => {
    expect(judge(assuming(21), usual, outcome('b a', 30, 20)).errors).toEqual([
      'own.order:1  TypeScript: a stall of 20 ms already breaks the contract, which assumes cpu under 21 ms\n' +
        '  fix: assume less: ~ assume cpu under 20 ms: reason\n' +
        '       replay it: npm run course -- run own.ts --schedule traced.cpu.00000000.0.0',
    ]);
  });

  test('that nothing needs is false', () => {
    expect(judge(assuming(20), usual).errors).toEqual([
      'own.order:1  TypeScript: no schedule of cpu breaks the contract: nothing needs this assumption\n' +
        '  fix: delete the line: the order is promised',
    ]);
  });

  test('rules out the runs that it speaks of, so that a freedom which only those show is not there', () => {
    const text = `~ assume cpu under 20 ms: they are far apart\n~ any order by cpu: whatever\n  a\n  b\nc\n`;
    expect(judge(text, outcome('a b c'), outcome('b a c', 30), outcome('c a b', 40)).errors).toEqual([
      expect.stringContaining('no two of its lines ever swapped'),
    ]);
  });
});

test('an assumption is needless only where every stall was tried', () => {
  const contract = parseContract('~ assume cpu under 20 ms: they are far apart\na\nb\n', {
    file: 'own.order',
    language: 'ts',
  });
  const judged = (coverage: Coverage) =>
    judgeCause({ program, contract }, { cause: 'cpu' }, { outcomes: [usual], coverage, runs: 1 }).errors.length;
  expect(judged(complete)).toBe(1);
  expect(judged({ ...complete, pinned: true })).toBe(0);
  expect(judged({ kind: 'sampled', stopped: 'time', schedules: 1 })).toBe(0);
});
