// Does a run meet its contract? Output first, then facts about it, then how the program ended. Never throws for what a
// program printed: what is wrong comes back as faults.
import { fits } from '../match/bindings.ts';
import type { Contract } from '../contract.ts';
import { isDeadlock, linesWithEnd, mayDeadlock } from '../match/deadlock.ts';
import { diagnose } from './diagnose.ts';
import { checkFact } from './facts.ts';
import { named } from './fault.ts';
import type { Fault } from './fault.ts';
import { Matcher } from '../match/matcher.ts';
import { counted } from '../explain/words.ts';

/** What a program did. Lines come without their line ends. */
export interface Run {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** null where the program did not end by itself. */
  readonly exit: number | null;
  /** The signal that ended it. */
  readonly signal?: string | null;
  /** ms on the virtual clock; absent on the machine's clock, where no contract can promise a time. */
  readonly elapsed?: number;
}

/**
 * Everything that is wrong with a run; nothing if it meets the contract. Of a run that got stuck where the contract allows
 * it, only the output counts: what an engine says about it on stderr is no claim of the contract.
 */
export function checkRun(contract: Contract, run: Run): readonly Fault[] {
  if (mayDeadlock(contract) && isDeadlock(contract, run.exit))
    return checkOutput(contract, linesWithEnd(contract, run));
  const output = checkOutput(contract, run.stdout);
  return [...output, ...checkStderr(contract, run.stderr), ...checkExit(contract, run), ...checkElapsed(contract, run)];
}

/** Everything that is wrong with the lines on stdout. Facts are only compared with an output that fits otherwise. */
export function checkOutput(contract: Contract, stdout: readonly string[]): readonly Fault[] {
  const matcher = new Matcher(contract);
  const fault = diagnose(matcher, matcher.walk(matcher.start, stdout), stdout);
  return fault ? [fault] : contract.facts.flatMap((fact) => checkFact(fact, stdout));
}

function checkStderr({ stderr: expected }: Contract, stderr: readonly string[]): readonly Fault[] {
  if (expected.length === 0) return stderr.length === 0 ? [] : [unexpectedStderr(stderr)];
  let from = 0;
  for (const node of expected) {
    const found = stderr.findIndex((text, index) => index >= from && fits(node.pattern, text));
    if (found < 0) {
      const early = stderr.findIndex((text) => fits(node.pattern, text));
      const how = early < 0 ? 'never came' : `came too early, as line ${early + 1} of stderr`;
      const message = `stderr: ${named(node)} ${how}; ${stderrInWords(stderr)}`;
      return [{ message, contractLine: node.line }];
    }
    from = found + 1;
  }
  return [];
}

function unexpectedStderr(stderr: readonly string[]): Fault {
  const allowed = 'a contract that allows it says "~ stderr: text"';
  return { message: `stderr must be empty: ${stderrInWords(stderr)}\n  ${allowed}` };
}

function stderrInWords(stderr: readonly string[]): string {
  const last = stderr.at(-1);
  if (last === undefined) return 'stderr is empty';
  return stderr.length === 1
    ? `its only line is "${last}"`
    : `it has ${counted(stderr.length, 'line')}, the first is "${stderr[0] ?? ''}", the last is "${last}"`;
}

function checkExit({ exit }: Contract, run: Run): readonly Fault[] {
  if (run.exit === exit.code) return [];
  const at = exit.line === undefined ? '' : ` (contract line ${exit.line})`;
  const message = `the program ${endInWords(run)}, the contract expects exit code ${exit.code}${at}`;
  return [{ message, ...(exit.line !== undefined && { contractLine: exit.line }) }];
}

function endInWords({ exit, signal }: Run): string {
  if (exit !== null) return `ended with exit code ${exit}`;
  return signal ? `was ended by ${signal}` : 'did not end by itself';
}

function checkElapsed({ elapsed: expected }: Contract, { elapsed }: Run): readonly Fault[] {
  if (!expected || elapsed === undefined || Math.abs(elapsed - expected.ms) < 1) return [];
  const message = `the program took ${elapsed} ms, the contract expects ${expected.ms} ms (contract line ${expected.line})`;
  return [{ message, contractLine: expected.line }];
}
