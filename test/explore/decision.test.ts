// The causes of decisions, beside those that a contract and a trace may name.
import { expect, test } from 'vitest';
import { decisionCauses } from '../../src/explore/decision.ts';
import { causes } from '../../src/order/contract.ts';
import { choiceCauses } from '../../src/trace/kinds.ts';

test('each cause that a contract or a trace may name is a cause of decisions', () => {
  expect(decisionCauses).toEqual(expect.arrayContaining([...causes, ...choiceCauses]));
});
