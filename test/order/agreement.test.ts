// The matcher against the naive reference, on random contracts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignRun, checkOutput, linesOf, mutations, parseContract } from '../../src/order/index.ts';
import type { Contract, LinePattern } from '../../src/order/index.ts';
import { contractTexts, outputs } from './random-contracts.ts';
import { fitsLine, longest, naiveReading, sequences } from './reference.ts';

const contracts = contractTexts
  .map((text) => parseContract(text, { file: 'random.order', language: 'ts' }))
  .filter((contract) => longest(contract.body) <= 7);

/** A contract and an output that is one of its sequences, with something in place of each placeholder. */
const fitting = contracts.chain((contract) => {
  const all = sequences(contract.body);
  return fc.nat(all.length - 1).map((index) => ({ contract, output: (all[index] ?? []).map(printed) }));
});

function printed({ parts }: LinePattern): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.kind === 'number' ? '1' : 'w')).join('');
}

function accepts(contract: Contract, output: readonly string[]): boolean {
  return checkOutput(contract, output).length === 0;
}

describe('the matcher and the naive reference agree', () => {
  test('on outputs in the words of the contract', () => {
    const same = fc.property(contracts, outputs, (contract, output) => {
      expect(accepts(contract, output)).toBe(naiveReading(contract)(output));
    });
    fc.assert(same, { numRuns: 1_000 });
  });

  test('on outputs that the contract allows, and on all their mutants', () => {
    const same = fc.property(fitting, ({ contract, output }) => {
      const allows = naiveReading(contract);
      for (const lines of [output, ...mutations(output).map((mutant) => mutant.lines)]) {
        expect(accepts(contract, lines)).toBe(allows(lines));
      }
    });
    fc.assert(same, { numRuns: 500 });
  });
});

test('an output that fits is aligned line by line', () => {
  const aligned = fc.property(fitting, ({ contract, output }) => {
    const lines = new Map(linesOf(contract.body).map((node) => [node.line, node.pattern]));
    const unfit = alignRun(contract, output).filter(({ contractLine, text }) => {
      const pattern = lines.get(contractLine ?? 0);
      return !pattern || !fitsLine(pattern, text);
    });
    expect(unfit).toEqual([]);
  });
  fc.assert(aligned, { numRuns: 500 });
});
