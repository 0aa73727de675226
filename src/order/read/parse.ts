// Text of a `.order` file → Contract, for one of the twins. Everything that a person can write wrongly ends here as a
// CourseError with the file, the line and what to write instead.
import type { Language } from '../../languages.ts';
import { BlockReader } from './blocks.ts';
import { linesOf, patternsOf } from '../contract.ts';
import type { Contract, Fact } from '../contract.ts';
import { expectKnownLines, expectOneKindPerName, expectSomething } from './validate.ts';
import { overlap } from './overlap.ts';
import type { LinePattern } from '../pattern.ts';
import { readRows } from './rows.ts';

export interface ContractSource {
  /** As error messages show it: relative to the course's root. */
  readonly file: string;
  /** Lines of the other twin (`~ ts:`, `~ py:`) are left out. */
  readonly language: Language;
}

/**
 * Parses a contract. Throws a CourseError for the first thing that is wrong with it.
 *
 * Blank lines and spaces around a line mean nothing; a block is what is indented (by 4 spaces) below its mark. `~~` at the
 * beginning of a line is a printed `~`, `<<` anywhere a printed `<`. A placeholder's name stands for one text among all
 * printed lines; in facts and on stderr each line is read by itself. Facts hold wherever in the file they are written.
 */
export function parseContract(text: string, { file, language }: ContractSource): Contract {
  const contract = new BlockReader(readRows(text, file), file, language).read();
  expectSomething(contract);
  expectOneKindPerName(contract);
  expectKnownLines(contract);
  return { ...contract, facts: factsOfTwin(contract) };
}

// A fact about a line that only the other twin prints is left out; `first` keeps its remaining lines.
function factsOfTwin(contract: Contract): readonly Fact[] {
  const printed = linesOf(contract.body).map((node) => node.pattern);
  const ours = (pattern: LinePattern): boolean => printed.some((line) => overlap(line, pattern));
  return contract.facts.flatMap((fact): readonly Fact[] => {
    if (fact.kind === 'never') return [fact];
    if (fact.kind !== 'first') return patternsOf(fact).every(ours) ? [fact] : [];
    const lines = fact.lines.filter(ours);
    return lines.length > 1 ? [{ ...fact, lines }] : [];
  });
}
