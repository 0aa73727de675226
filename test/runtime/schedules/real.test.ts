// How long a real run may take before it counts as stuck.
import { expect, test } from 'vitest';
import { parseContract } from '../../../src/order/index.ts';
import { limits } from '../../../src/runtime/engine.ts';
import { realTimeLimit, stuckAfter } from '../../../src/runtime/schedules/real.ts';

function contractOf(text: string) {
  return parseContract(text, { file: 'x.order', language: 'py' });
}

test('a program that may get stuck by its contract is given up after three seconds', () => {
  const contract = contractOf('a\n~ either by threads: who is first\n    b\n~ or\n    ~ deadlock\n');
  expect(realTimeLimit(contract)).toBe(stuckAfter);
});

test('so is one without a contract, which may do anything', () => {
  expect(realTimeLimit(undefined)).toBe(stuckAfter);
});

test('one whose contract says that it ends gets the time of any run: a slow machine does not break a contract', () => {
  expect(realTimeLimit(contractOf('a\n'))).toBe(limits.time);
});
