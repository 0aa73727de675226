// What a whole contract may not be: met by an empty output, or about lines that it can never print.
import { CourseError } from '../../error.ts';
import { languageNames } from '../../languages.ts';
import { linesOf, patternsOf } from '../contract.ts';
import type { Contract, OrderNode } from '../contract.ts';
import { nearest } from '../../nearest.ts';
import { overlap } from './overlap.ts';
import { slotsOf } from '../pattern.ts';

/** Throws a CourseError for a contract that a program without output meets, where it speaks of no ending either. */
export function expectSomething(contract: Contract): void {
  if (!mayBeEmpty(contract.body) || contract.exit.line !== undefined || contract.stderr.length > 0) return;
  throw new CourseError({
    what: `a ${languageNames[contract.language]} program that prints nothing meets this contract`,
    where: { file: contract.file },
    fix: 'write the lines that the program prints, or how it ends: "~ exit 1", "~ stderr: text"',
  });
}

/** Throws a CourseError for a fact about a line that neither twin can print: a misspelt line would never be checked. */
export function expectKnownLines(contract: Contract): void {
  const printed = [
    ...linesOf(contract.body).map((node) => node.pattern),
    ...contract.twinLines.map((twin) => twin.pattern),
  ];
  for (const fact of contract.facts) {
    if (fact.kind === 'never') continue;
    for (const pattern of patternsOf(fact)) {
      if (printed.some((line) => overlap(line, pattern))) continue;
      const close = nearest(
        pattern.text,
        printed.map((line) => line.text),
        1,
      );
      throw new CourseError({
        what: `"${pattern.text}" is a line that this contract never prints`,
        where: { file: contract.file, line: fact.line },
        fix: close === undefined ? 'name a line that stands in the contract' : `did you mean "${close}"?`,
      });
    }
  }
}

/** Throws a CourseError where one name stands for two kinds of text. */
export function expectOneKindPerName(contract: Contract): void {
  const kinds = new Map<string, string>();
  const named = [
    ...linesOf(contract.body),
    ...contract.stderr,
    ...contract.facts.flatMap((fact) => patternsOf(fact).map((pattern) => ({ line: fact.line, pattern }))),
  ].sort((a, b) => a.line - b.line);
  for (const { line, pattern } of named) {
    for (const slot of slotsOf(pattern)) {
      const kind = kinds.get(slot.name) ?? slot.kind;
      kinds.set(slot.name, kind);
      if (kind === slot.kind) continue;
      throw new CourseError({
        what: `<${slot.name}> is a ${kind} above and a ${slot.kind} here`,
        where: { file: contract.file, line },
        fix: 'write the same kind each time, or give the two parts different names',
      });
    }
  }
}

function mayBeEmpty(node: OrderNode): boolean {
  switch (node.kind) {
    case 'line':
      return false;
    case 'sequence':
    case 'shuffle':
      return node.items.every(mayBeEmpty);
    case 'alternative':
      return node.items.some(mayBeEmpty);
    case 'repetition':
      return node.least === 0 || mayBeEmpty(node.item);
  }
}
