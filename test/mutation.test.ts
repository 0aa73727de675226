// Guards the checker itself: a recorded output with one line dropped, added, doubled, swapped or renamed breaks its
// contract, unless the contract says that just this is free.
import { describe, expect, test } from 'vitest';
import { readStoredRecording, textOf } from '../src/recorded/recordings.ts';
import { contractOf } from '../src/recorded/verdict.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { languages } from '../src/languages.ts';
import { alignRun, checkOutput, childrenOf, linesOf, mutations } from '../src/order/index.ts';
import type { AlignedLine, Contract, LineNode, Mutant, OrderNode } from '../src/order/index.ts';

const recorded = [...openCourse(courseRoot()).snippets.values()].flatMap((snippet) =>
  languages.flatMap((language) => {
    const stored = readStoredRecording(snippet, language);
    if (stored.state !== 'fresh') return [];
    const lines = textOf(stored.recording.lines, 'stdout');
    return [{ name: `${snippet.id}.${language}`, contract: contractOf(snippet, language), lines }];
  }),
);

function nodes(node: OrderNode): OrderNode[] {
  return [node, ...childrenOf(node).flatMap(nodes)];
}

/** A line that fits more than one text. */
function varies(node: LineNode | undefined): boolean {
  return node?.pattern.parts.some((part) => typeof part !== 'string') ?? false;
}

/** Whether the contract says that `mutant`, made from an output that `aligned` describes, may come as well. */
function declared(contract: Contract, aligned: readonly AlignedLine[], mutant: Mutant): boolean {
  const all = nodes(contract.body);
  const counted = all.some(
    (node) => node.kind === 'alternative' || (node.kind === 'repetition' && node.least < node.most),
  );
  const touched = [...mutant.what.matchAll(/\d+/g)].map(([line]) => aligned[Number(line) - 1]);
  const taken = touched.map((line) => linesOf(contract.body).find((node) => node.line === line?.contractLine));
  if (mutant.kind !== 'swap') return counted || taken.some(varies);
  const [one, other] = touched.map((line) => new Set(line?.freedoms.map((freedom) => freedom.line)));
  return counted || taken.every(varies) || [...(one ?? [])].some((line) => other?.has(line));
}

describe.runIf(recorded.length > 0)('a damaged output breaks its contract', () => {
  test.each(recorded)('$name', ({ contract, lines }) => {
    const aligned = alignRun(contract, lines);
    expect(checkOutput(contract, lines)).toEqual([]);
    const passing = mutations(lines).filter((mutant) => checkOutput(contract, mutant.lines).length === 0);
    expect(passing.filter((mutant) => !declared(contract, aligned, mutant)).map(({ what }) => what)).toEqual([]);
  });
});
