// Compares random programs on Node and on the traced engine; the first that differs is shrunk.
import * as fc from 'fast-check';
import { difference } from './compare.ts';
import { startNode } from './node-runner.ts';
import { programOf } from './program.ts';

/** The choices of a random program. */
export const tape = fc.array(fc.nat(999), { minLength: 10, maxLength: 220, size: 'max' });

export interface FuzzResult {
  readonly programs: number;
  /** Printed lines that were compared. */
  readonly lines: number;
  /** The shrunk program with what both sides printed; undefined if nothing differed. */
  readonly counterexample?: string;
}

/** Runs `programs` random programs; the same seed gives the same ones. */
export async function fuzz({ programs, seed }: { programs: number; seed: number }): Promise<FuzzResult> {
  const node = startNode();
  let lines = 0;
  let count = 0;
  let counterexample: string | undefined;
  const same = fc.asyncProperty(tape, async (choices) => {
    const result = await difference(programOf(choices), node);
    lines += result.lines;
    count++;
    if (result.text !== undefined) counterexample = result.text;
    return result.text === undefined;
  });
  try {
    const { failed, errorInstance } = await fc.check(same, { numRuns: programs, seed });
    if (failed && counterexample === undefined)
      throw new Error('the comparison itself broke', { cause: errorInstance });
    return { programs: count, lines, ...(failed && counterexample !== undefined && { counterexample }) };
  } finally {
    node.end();
  }
}
