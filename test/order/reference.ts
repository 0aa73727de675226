// The meaning of a contract, naively: write down every order of lines that it allows, and compare the output with each.
// Shares nothing with the matcher but the tree. For small contracts only.
import type { Contract, Fact, LinePattern, OrderNode } from '../../src/order/index.ts';

type Lines = readonly LinePattern[];

/** Every sequence of lines that a block allows; the same one may come more than once. */
export function sequences(node: OrderNode): readonly Lines[] {
  switch (node.kind) {
    case 'line':
      return [[node.pattern]];
    case 'sequence':
      return node.items.map(sequences).reduce(joined, [[]]);
    case 'alternative':
      return node.items.flatMap(sequences);
    case 'shuffle':
      return node.items
        .map(sequences)
        .reduce((all, next) => all.flatMap((one) => next.flatMap((other) => interleavings(one, other))), [[]]);
    case 'repetition': {
      const once = sequences(node.item);
      const counts = Array.from({ length: node.most - node.least + 1 }, (_, extra) => node.least + extra);
      return counts.flatMap((count) => Array.from({ length: count }, () => once).reduce(joined, [[]]));
    }
  }
}

/** Says whether an output is one of those that a contract allows, its facts included. */
export function naiveReading(contract: Contract): (output: readonly string[]) => boolean {
  const sources = new Set(sequences(contract.body).map((lines) => whole(lines).source));
  const expressions = [...sources].map((source) => new RegExp(source));
  return (output) =>
    expressions.some((expression) => expression.test(text(output))) &&
    contract.facts.every((fact) => holds(fact, output));
}

/** How many lines a block prints at most. */
export function longest(node: OrderNode): number {
  switch (node.kind) {
    case 'line':
      return 1;
    case 'sequence':
    case 'shuffle':
      return node.items.reduce((sum, item) => sum + longest(item), 0);
    case 'alternative':
      return Math.max(...node.items.map(longest));
    case 'repetition':
      return node.most * longest(node.item);
  }
}

/** Whether one line of output fits one line of a contract. */
export function fitsLine(pattern: LinePattern, printed: string): boolean {
  return whole([pattern]).test(text([printed]));
}

function joined(all: readonly Lines[], next: readonly Lines[]): readonly Lines[] {
  return all.flatMap((one) => next.map((other) => [...one, ...other]));
}

function interleavings(one: Lines, other: Lines): readonly Lines[] {
  const [first, ...rest] = one;
  const [second, ...further] = other;
  if (!first) return [other];
  if (!second) return [one];
  return [
    ...interleavings(rest, other).map((lines) => [first, ...lines]),
    ...interleavings(one, further).map((lines) => [second, ...lines]),
  ];
}

const text = (output: readonly string[]): string => output.map((line) => `${line}\n`).join('');

// One expression for the whole output: the same name twice is a back-reference.
function whole(lines: Lines): RegExp {
  const seen = new Set<string>();
  const sources = { number: '-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?', word: '\\S+', any: '.*' };
  const source = lines.map(({ parts }) => {
    const pieces = parts.map((part) => {
      if (typeof part === 'string') return RegExp.escape(part);
      if (seen.has(part.name)) return `\\k<${part.name}>`;
      seen.add(part.name);
      return `(?<${part.name}>${sources[part.kind]})`;
    });
    return `${pieces.join('')}\n`;
  });
  return new RegExp(`^${source.join('')}$`);
}

function holds(fact: Fact, output: readonly string[]): boolean {
  const at = (line: LinePattern): readonly number[] =>
    output.flatMap((printed, index) => (fitsLine(line, printed) ? [index] : []));
  switch (fact.kind) {
    case 'free':
      return true;
    case 'never':
      return at(fact.pattern).length === 0;
    case 'count':
      return at(fact.pattern).length === fact.times;
    case 'first':
      return fact.lines.every((after, index) =>
        fact.lines
          .slice(0, index)
          .every((before) => at(before).every((early) => at(after).every((late) => early < late))),
      );
  }
}
