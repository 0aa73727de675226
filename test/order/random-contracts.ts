// Small random contracts, as a person would write them, and outputs that almost fit.
import fc from 'fast-check';

// Few and alike, so that one output often fits in several ways.
const words = ['a', 'a', 'a', 'b', 'b', 'a <n>', 'b <n>', '<x:word>', '<x:word> 1', 'a <z:word>', '<y:any> c'];

interface Block {
  readonly mark: 'any order' | 'lane' | 'either' | 'in order' | '2 times' | '0 to 2 times' | '1 to 3 times';
  readonly parts: readonly (readonly Item[])[];
}
type Item = string | Block;

const { items } = fc.letrec<{ item: Item; items: readonly Item[]; block: Block }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 2 },
    { weight: 1, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: tie('block') },
  ),
  items: fc.array(tie('item'), { minLength: 1, maxLength: 2 }),
  block: fc.record({
    mark: fc.constantFrom('any order', 'lane', 'either', 'in order', '2 times', '0 to 2 times', '1 to 3 times'),
    parts: fc.array(tie('items'), { minLength: 2, maxLength: 2 }),
  }),
}));

/** The text of a contract that expects at least its last line, "end". */
export const contractTexts: fc.Arbitrary<string> = items.map((all) => [...rows(all, ''), 'end'].join('\n'));

/** Outputs in the words of those contracts. */
export const outputs: fc.Arbitrary<readonly string[]> = fc
  .array(fc.constantFrom('a', 'a', 'b', 'b', 'a 1', 'a 2', 'b 1', 'c c'), { minLength: 1, maxLength: 5 })
  .map((lines) => [...lines, 'end']);

function rows(all: readonly Item[], indent: string): readonly string[] {
  return all.flatMap((item) => (typeof item === 'string' ? [`${indent}${item}`] : blockRows(item, indent)));
}

function blockRows({ mark, parts }: Block, indent: string): readonly string[] {
  const inside = `${indent}    `;
  switch (mark) {
    case 'lane':
    case 'either': {
      const further = mark === 'lane' ? 'lane' : 'or';
      const heads = parts.map((_, index) => (index === 0 ? `${mark} by ties: a test` : further));
      return parts.flatMap((part, index) => [`${indent}~ ${heads[index] ?? ''}`, ...rows(part, inside)]);
    }
    case 'any order':
      return [`${indent}~ any order by ties: a test`, ...parts.flatMap((part) => rows(part, inside))];
    default:
      return [`${indent}~ ${mark}`, ...rows(parts[0] ?? [], inside)];
  }
}
