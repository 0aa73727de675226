// Short ways to write a contract and to check an output in a test.
import { checkRun, parseContract } from '../../src/order/index.ts';
import type { Contract, Run } from '../../src/order/index.ts';

/** A contract from the lines of its file. */
export function contract(...lines: readonly string[]): Contract {
  return parseContract(lines.join('\n'), { file: 'test.order', language: 'ts' });
}

/** The messages about a program that ended well and printed `stdout`. */
export function messages(checked: Contract, stdout: readonly string[], run: Partial<Run> = {}): readonly string[] {
  return checkRun(checked, { stdout, stderr: [], exit: 0, ...run }).map((fault) => fault.message);
}

/** One message from its lines. */
export function message(...lines: readonly string[]): readonly string[] {
  return [lines.join('\n')];
}
