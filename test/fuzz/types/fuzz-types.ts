// Compares random TypeScript, erased here and by Node; the first program that differs is shrunk.
import * as fc from 'fast-check';
import { erased, erasedByNode } from '../../runtime/traced/erase/on-node.ts';
import { program } from './grammar.ts';

export interface TypesResult {
  readonly programs: number;
  /** How many of them Node erases; it refuses the others. */
  readonly erasable: number;
  /** The shrunk program with what both sides make of it; undefined if nothing differed. */
  readonly counterexample?: string;
}

/** Erases `programs` random programs; the same seed gives the same ones. */
export function fuzzTypes({ programs, seed }: { programs: number; seed: number }): TypesResult {
  let count = 0;
  let erasable = 0;
  const same = fc.property(program, (text) => {
    const [ours, node] = [erased(text), erasedByNode(text)];
    count++;
    if (node.text !== undefined) erasable++;
    return ours.text === node.text;
  });
  const { failed, counterexample } = fc.check(same, { numRuns: programs, seed });
  const [text] = counterexample ?? [];
  if (!failed || text === undefined) return { programs: count, erasable };
  const shown = { here: erased(text), node: erasedByNode(text) };
  return { programs: count, erasable, counterexample: `${text}\n${JSON.stringify(shown, null, 2)}` };
}
