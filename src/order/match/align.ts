// Which line of the contract took which line of output, and in which free blocks it stands: what a page or a terminal
// needs to bracket the lines that may swap.
import { childrenOf } from '../contract.ts';
import type { Contract, ContractRow, Freedom, OrderNode } from '../contract.ts';
import { Matcher, pathOf } from './matcher.ts';
import type { State } from './matcher.ts';

/** A free block around a line of output. */
export interface FreedomPosition extends Freedom {
  /** Which item, lane or alternative of the block, counted from 0. */
  readonly item: number;
  /** Which printing of the block, counted from 0: more than one where it stands in a repetition. */
  readonly round: number;
}

export interface AlignedLine {
  /** Counts from 1. */
  readonly outputLine: number;
  readonly text: string;
  /** undefined from the first line on that does not fit. */
  readonly contractLine: number | undefined;
  /** The free blocks that the line stands in, outermost first. */
  readonly freedoms: readonly FreedomPosition[];
}

/** A line of the contract's file with the lines of output that it took, counted from 1. */
export interface PrintedRow extends ContractRow {
  readonly outputLines: readonly number[];
}

/** Aligns an output with its contract, up to the first line that does not fit. */
export function alignRun(contract: Contract, stdout: readonly string[]): readonly AlignedLine[] {
  return align(contract, stdout).lines;
}

/** Like alignRun, and whether the whole output fits. */
export function align(
  contract: Contract,
  stdout: readonly string[],
): { lines: readonly AlignedLine[]; whole: boolean } {
  const matcher = new Matcher(contract);
  const { states, stoppedAt } = matcher.walk(matcher.start, stdout);
  const end = states.find((state) => state.rest.canEnd);
  const whole = end !== undefined && stoppedAt === stdout.length;
  const positions = positionsOf(contract.body, end ?? states[0]);
  const lines = stdout.map((text, index) => ({
    outputLine: index + 1,
    text,
    contractLine: positions[index]?.contractLine,
    freedoms: positions[index]?.freedoms ?? [],
  }));
  return { lines, whole };
}

/** The contract's file beside an output: each row with the lines that it took. */
export function printedRows(contract: Contract, aligned: readonly AlignedLine[]): readonly PrintedRow[] {
  return contract.rows.map((row) => ({
    ...row,
    outputLines: aligned.filter((line) => line.contractLine === row.line).map((line) => line.outputLine),
  }));
}

/** A free block around a line of the contract, and the repetitions around the block. */
interface Frame {
  readonly freedom: Freedom;
  readonly item: number;
  readonly repetitions: readonly number[];
}

function positionsOf(
  body: OrderNode,
  state: State | undefined,
): readonly Pick<AlignedLine, 'contractLine' | 'freedoms'>[] {
  const frames = framesByLine(body);
  const begun = new Map<number, number>();
  return (state ? pathOf(state) : []).map(({ node, rounds }) => {
    for (const line of rounds) begun.set(line, (begun.get(line) ?? 0) + 1);
    const freedoms = (frames.get(node.line) ?? []).map(({ freedom, item, repetitions }) => {
      const round = repetitions.reduce((sum, line) => sum + (begun.get(line) ?? 1) - 1, 0);
      return { ...freedom, item, round };
    });
    return { contractLine: node.line, freedoms };
  });
}

function framesByLine(body: OrderNode): ReadonlyMap<number, readonly Frame[]> {
  const found = new Map<number, readonly Frame[]>();
  const visit = (node: OrderNode, frames: readonly Frame[], repetitions: readonly number[]): void => {
    if (node.kind === 'line') found.set(node.line, frames);
    const inside = node.kind === 'repetition' ? [...repetitions, node.line] : repetitions;
    for (const [item, child] of childrenOf(node).entries()) {
      const free = node.kind === 'shuffle' || node.kind === 'alternative';
      visit(child, free ? [...frames, { freedom: node.freedom, item, repetitions }] : frames, inside);
    }
  };
  visit(body, [], []);
  return found;
}
