// A run that gets stuck: `~ deadlock` stands in a contract where nothing can wake the program any more. It is compared as if
// it were the last printed line; a contract without it forbids a deadlock.
import { linesOf } from '../contract.ts';
import type { Contract } from '../contract.ts';
import type { LinePattern } from '../pattern.ts';

/** What stands in the place of the line that a stuck program never prints. */
export const deadlockLine = '~ deadlock';

export const deadlockPattern: LinePattern = { text: deadlockLine, parts: [deadlockLine] };

/** 13: nothing can wake it (Node, both virtual clocks). 124: its time limit ended a run on the machine's clock. */
const deadlockExits: readonly (number | null)[] = [13, 124];

/** Whether the contract says that the program may get stuck. */
export function mayDeadlock({ body }: Contract): boolean {
  return linesOf(body).some(({ pattern }) => pattern === deadlockPattern);
}

/** Whether a run with this exit code got stuck; not so where the contract has that code for its end. */
export function isDeadlock(contract: Contract, exit: number | null): boolean {
  return exit !== contract.exit.code && deadlockExits.includes(exit);
}

/** The lines of a run, with `~ deadlock` as the last one where it got stuck. */
export function linesWithEnd(
  contract: Contract,
  { stdout, exit }: { readonly stdout: readonly string[]; readonly exit: number | null },
): readonly string[] {
  return isDeadlock(contract, exit) ? [...stdout, deadlockLine] : stdout;
}
