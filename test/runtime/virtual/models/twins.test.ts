// The clocks of Python and of TypeScript are twins: the same operations with the same answers give the same decisions and paths.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OutsideWaits } from '../../../../src/explore/clock/outside-waits.ts';
import { start } from '../../../../src/explore/clock/path.ts';
import { SymbolicClock } from '../../../../src/explore/clock/symbolic.ts';
import type { Choose } from '../../../../src/explore/decision.ts';
import { locateCpython } from '../../../../src/runtime/cpython/cpython.ts';
import { noCpython } from '../../../cpython.ts';
import { root } from '../../programs.ts';

type Operation = readonly [name: string, ...values: (number | null)[]];

interface Case {
  readonly kind: 'symbolic' | 'outside';
  readonly step: 0 | 1;
  readonly stalls: 'any' | 'chosen';
  readonly answers: readonly number[];
  readonly operations: readonly Operation[];
}

function answering(answers: readonly number[]) {
  const asked: (readonly [string, number, number, number])[] = [];
  const choose: Choose = ({ cause, options, cost = 0 }) => {
    const taken = (answers[asked.length % answers.length] ?? 0) % options;
    asked.push([cause, options, taken, cost]);
    return taken;
  };
  return { asked, choose };
}

function symbolic({ step, stalls, answers, operations }: Case) {
  const { asked, choose } = answering(answers);
  const clock = new SymbolicClock({ choose, step, stalls });
  const times = [start];
  const said: boolean[] = [];
  const instant = (at: number | null = 0, plus: number | null = 0) => ({
    time: times[(at ?? 0) % times.length]?.time ?? 0,
    plus: plus ?? 0,
  });
  for (const [name, a, plus, b, more] of operations) {
    if (name === 'read') times.push(clock.read());
    else if (name === 'wait') clock.waitUntil(instant(a, plus));
    else said.push(clock.isBefore(instant(a, plus), instant(b, more)));
  }
  return { said, path: clock.path, asked };
}

function outside({ answers, operations }: Case) {
  const { asked, choose } = answering(answers);
  const waits = new OutsideWaits(choose);
  const said: (string | null)[] = [];
  for (const [name, number, least, most] of operations) {
    const id = String(number);
    if (name === 'begin') {
      waits.begin({ way: { id }, least: least ?? 0, most: most === null ? Infinity : (least ?? 0) + (most ?? 0) });
    } else if (name === 'cancel') waits.cancel(id);
    else said.push((name === 'next' ? waits.next() : waits.another()) ?? null);
  }
  return { said, path: waits.path, asked };
}

const answers = fc.array(fc.nat(5), { minLength: 1, maxLength: 6 });
const time = fc.nat(9);
const plus = fc.integer({ min: 0, max: 12 });
const clockCases: fc.Arbitrary<Case> = fc.record({
  kind: fc.constant('symbolic'),
  step: fc.constantFrom(0, 1),
  stalls: fc.constantFrom('any', 'chosen'),
  answers,
  operations: fc.array(
    fc.oneof(
      fc.constant<Operation>(['read']),
      fc.tuple(fc.constant('wait'), time, plus),
      fc.tuple(fc.constant('before'), time, plus, time, plus),
    ),
    { minLength: 4, maxLength: 20 },
  ),
});
const waitCases: fc.Arbitrary<Case> = fc.record({
  kind: fc.constant('outside'),
  step: fc.constant(0),
  stalls: fc.constant('any'),
  answers,
  operations: fc
    .array(
      fc.oneof(
        fc.tuple(fc.constant('begin'), fc.integer({ min: 1, max: 9 }), fc.option(fc.constantFrom(0, 0, 3))),
        fc.constant<Operation>(['next']),
        fc.constant<Operation>(['another']),
        fc.tuple(fc.constant('cancel'), fc.nat(6)),
      ),
      { minLength: 4, maxLength: 16 },
    )
    .map((all) =>
      all.map(([name, ...values], number): Operation =>
        name === 'begin' ? [name, number, ...values] : [name, ...values],
      ),
    ),
});

it.skipIf(noCpython).each([
  ['the symbolic clock', clockCases, symbolic],
  ['outside waits', waitCases, outside],
] as const)('%s', async (_, arbitrary, run) => {
  const cases = fc.sample(arbitrary, { numRuns: 1500, seed: 1 });
  const { executable } = await locateCpython(root, []);
  const folder = join(import.meta.dirname, '../../../../src/runtime/inside/python');
  const input = cases.map((one) => JSON.stringify(one)).join('\n');
  const { stdout, stderr } = spawnSync(executable, [join(import.meta.dirname, 'twins.py'), folder], { input });
  expect(String(stderr)).toBe('');
  const found = String(stdout).trim().split('\n');
  for (const [index, one] of cases.entries()) {
    expect(JSON.parse(found[index] ?? 'null'), JSON.stringify(one)).toEqual(JSON.parse(JSON.stringify(run(one))));
  }
});
