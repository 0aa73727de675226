// The facts about a whole output: first, count, never. (`free` is a fact about many runs: see freedom.ts.)
import { fits } from '../match/bindings.ts';
import type { Contract, CountFact, Fact, FirstFact, NeverFact } from '../contract.ts';
import { deadlockLine, mayDeadlock } from '../match/deadlock.ts';
import type { Fault } from './fault.ts';
import type { LinePattern } from '../pattern.ts';
import { timesInWords } from '../explain/words.ts';

/** The faults of one fact: none, or one. */
export function checkFact(fact: Fact, output: readonly string[]): readonly Fault[] {
  switch (fact.kind) {
    case 'first':
      return checkFirst(fact, output);
    case 'count':
      return checkCount(fact, output);
    case 'never':
      return checkNever(fact, output);
    case 'free':
      return [];
  }
}

/**
 * The places in an output, counted from 0, of the lines that a contract says must never come, and of a deadlock at its end
 * (see `linesWithEnd`), which no contract allows that does not say so.
 */
export function forbiddenLines(contract: Contract, output: readonly string[]): readonly number[] {
  const never = contract.facts.filter((fact) => fact.kind === 'never');
  const stuck = output.at(-1) === deadlockLine && !mayDeadlock(contract) ? output.length - 1 : undefined;
  const isBad = (text: string): boolean => never.some(({ pattern }) => fits(pattern, text));
  return [...output.entries()].flatMap(([index, text]) => (index === stuck || isBad(text) ? [index] : []));
}

function checkFirst(fact: FirstFact, output: readonly string[]): readonly Fault[] {
  for (const [index, after] of fact.lines.entries()) {
    const first = output.findIndex((text) => fits(after, text));
    for (const before of fact.lines.slice(0, index).reverse()) {
      const last = output.findLastIndex((text) => fits(before, text));
      if (first < 0 || last < first) continue;
      const places = `but they are output lines ${last + 1} and ${first + 1}`;
      return [
        {
          message: `"${before.text}" must come before "${after.text}" (contract line ${fact.line}), ${places}`,
          outputLine: first + 1,
          contractLine: fact.line,
        },
      ];
    }
  }
  return [];
}

function checkCount({ line, times, pattern }: CountFact, output: readonly string[]): readonly Fault[] {
  const count = places(pattern, output).length;
  if (count === times) return [];
  const printed = count === 0 ? 'never' : timesInWords(count);
  const message = `"${pattern.text}" is printed ${printed}, the contract counts ${timesInWords(times)} (contract line ${line})`;
  return [{ message, contractLine: line }];
}

function checkNever({ line, pattern }: NeverFact, output: readonly string[]): readonly Fault[] {
  const [first] = places(pattern, output);
  if (first === undefined) return [];
  const message = `output line ${first + 1}: "${output[first] ?? ''}" must never come (contract line ${line})`;
  return [{ message, outputLine: first + 1, contractLine: line }];
}

function places(pattern: LinePattern, output: readonly string[]): readonly number[] {
  return output.flatMap((text, index) => (fits(pattern, text) ? [index] : []));
}
