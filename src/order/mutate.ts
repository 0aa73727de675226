// Small damages to an output that fits its contract. Each must break the contract, unless the contract says that this is
// free: the test of the checker itself.

export const mutationKinds = ['drop', 'add', 'double', 'swap', 'rename'] as const;
type MutationKind = (typeof mutationKinds)[number];

export interface Mutant {
  readonly kind: MutationKind;
  /** `swap output lines 2 and 5` */
  readonly what: string;
  readonly lines: readonly string[];
}

/** A line that no program prints. */
export const strangeLine = 'a line that no program prints';

/** All mutants of an output; one that equals the output is no mutant and is left out. */
export function mutations(lines: readonly string[]): readonly Mutant[] {
  const mutants = [
    ...lines.flatMap((text, at) => atLine(lines, text, at)),
    ...[...lines, ''].map((_, at) =>
      mutant('add', `add a line before output line ${at + 1}`, lines.toSpliced(at, 0, strangeLine)),
    ),
    ...lines.flatMap((_, at) => swaps(lines, at)),
  ];
  return mutants.filter((one) => one.lines.length !== lines.length || one.lines.some((text, at) => text !== lines[at]));
}

function atLine(lines: readonly string[], text: string, at: number): readonly Mutant[] {
  return [
    mutant('drop', `drop output line ${at + 1}`, lines.toSpliced(at, 1)),
    mutant('double', `double output line ${at + 1}`, lines.toSpliced(at, 0, text)),
    mutant('rename', `rename output line ${at + 1}`, lines.with(at, `${text} renamed`)),
  ];
}

// With the next line and with the line half an output away.
function swaps(lines: readonly string[], at: number): readonly Mutant[] {
  const partners = new Set([at + 1, at + Math.max(2, Math.floor(lines.length / 2))]);
  return [...partners].flatMap((other) => {
    const [one, two] = [lines[at], lines[other]];
    if (one === undefined || two === undefined) return [];
    const what = `swap output lines ${at + 1} and ${other + 1}`;
    return [mutant('swap', what, lines.with(at, two).with(other, one))];
  });
}

function mutant(kind: MutationKind, what: string, lines: readonly string[]): Mutant {
  return { kind, what, lines };
}
