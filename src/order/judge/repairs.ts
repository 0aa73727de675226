// The single mistakes that explain an output: two lines swapped, one too many, one missing, one moved, one renamed. Each
// function tries one of them and says it in a sentence if all the rest then fits.
import { newBudget } from '../match/budget.ts';
import type { LineNode } from '../contract.ts';
import { anyOf, named } from './fault.ts';
import type { Fault } from './fault.ts';
import { hints, noteHint } from './hints.ts';
import { pathOf } from '../match/matcher.ts';
import type { Matcher, State, Trail } from '../match/matcher.ts';

/** Lines further on that are tried as the other half of a swap or a move. */
const reach = 50;

/** The place where an output stops to fit. */
export interface Break {
  readonly matcher: Matcher;
  readonly states: readonly State[];
  /** What may come here. */
  readonly expected: readonly LineNode[];
  readonly output: readonly string[];
  /** Index of the first line that does not fit. */
  readonly at: number;
  readonly got: string;
  /** Whether `lines`, instead of all from `at` on, would fit to their end from `from`; if so, the path of one way. */
  readonly repaired: (lines: readonly string[], from?: readonly State[]) => readonly Trail[] | undefined;
}

/** The sentence of the first single mistake that explains the output. */
export function singleMistake(broken: Break): Fault | undefined {
  for (const mistake of [swapped, doubled, extra, missing, movedBack, movedOn, renamed]) {
    const fault = mistake(broken);
    if (fault) return fault;
  }
  return undefined;
}

/** All mistakes that are tried share one budget: a contract that is hard to follow gets a plainer sentence. */
export function repairer(matcher: Matcher, states: readonly State[]): Break['repaired'] {
  const budget = newBudget();
  return (lines, from = states) => {
    if (budget.left <= 0) return undefined;
    const walk = matcher.walk(from, lines, budget);
    const end = walk.stoppedAt === lines.length ? walk.states.find((state) => state.rest.canEnd) : undefined;
    return end && pathOf(end);
  };
}

function swapped({ repaired, output, at, got }: Break): Fault | undefined {
  for (let later = at + 1; later < Math.min(output.length, at + reach); later += 1) {
    const other = output[later];
    if (other === undefined || other === got) continue;
    const lines = output
      .slice(at)
      .with(0, other)
      .with(later - at, got);
    const path = repaired(lines);
    const [early, late] = [path?.[at]?.node, path?.[later]?.node];
    if (!early || !late) continue;
    return {
      message:
        `output lines ${at + 1} and ${later + 1} are swapped: the contract has "${other}" (contract line ${early.line}) ` +
        `before "${got}" (contract line ${late.line})`,
      outputLine: at + 1,
      contractLine: early.line,
    };
  }
  return undefined;
}

function doubled(broken: Break): Fault | undefined {
  const { states, output, at, got } = broken;
  const before = output.lastIndexOf(got, at - 1);
  if (at === 0 || before < 0 || !fitsWithout(broken)) return undefined;
  const node = states[0] && pathOf(states[0])[before]?.node;
  if (!node) return undefined;
  const message = `output line ${at + 1}: "${got}" is printed once more than the contract has it (contract line ${node.line})`;
  return { message: `${message}\n  ${next(broken)}`, outputLine: at + 1, contractLine: node.line };
}

function extra(broken: Break): Fault | undefined {
  const { expected, at, got } = broken;
  if (expected.length === 0 || !fitsWithout(broken)) return undefined;
  const message = [`output line ${at + 1}: "${got}" is one line too many`, next(broken), ...hints(got, expected, [])];
  return { message: message.join('\n  '), outputLine: at + 1, ...contractLine(expected) };
}

function missing({ repaired, matcher, states, expected, output, at, got }: Break): Fault | undefined {
  for (const node of expected) {
    if (!repaired(output.slice(at), matcher.skip(states, node))) continue;
    const missed = `output line ${at + 1}: ${named(node)} is missing before "${got}"`;
    const message = [missed, noteHint(node) ?? []].flat().join('\n  ');
    return { message, outputLine: at + 1, contractLine: node.line };
  }
  return undefined;
}

function movedBack({ repaired, output, at, got }: Break): Fault | undefined {
  for (let later = at + 1; later < Math.min(output.length, at + reach); later += 1) {
    const late = output[later];
    if (late === undefined) continue;
    const path = repaired([late, ...output.slice(at).toSpliced(later - at, 1)]);
    const node = path?.[at]?.node;
    if (!node) continue;
    const message = `output line ${later + 1}: "${late}" came too late; the contract has it (contract line ${node.line}) before "${got}"`;
    return { message, outputLine: later + 1, contractLine: node.line };
  }
  return undefined;
}

function movedOn({ repaired, output, at, got }: Break): Fault | undefined {
  const rest = output.slice(at + 1);
  for (let after = 1; after <= Math.min(rest.length, reach); after += 1) {
    const path = repaired(rest.toSpliced(after, 0, got));
    const node = path?.[at + after]?.node;
    if (!node) continue;
    const message = `output line ${at + 1}: "${got}" came too early; the contract has it (contract line ${node.line}) after "${rest[after - 1] ?? ''}"`;
    return { message, outputLine: at + 1, contractLine: node.line };
  }
  return undefined;
}

function renamed({ repaired, matcher, states, expected, output, at, got }: Break): Fault | undefined {
  for (const node of expected) {
    if (!repaired(output.slice(at + 1), matcher.skip(states, node))) continue;
    const message = [
      `output line ${at + 1}: "${got}" came where the contract has ${named(node)}`,
      'all other lines fit',
      ...hints(got, [node], states),
    ];
    return { message: message.join('\n  '), outputLine: at + 1, contractLine: node.line };
  }
  return undefined;
}

function fitsWithout({ repaired, output, at }: Break): boolean {
  return repaired(output.slice(at + 1)) !== undefined;
}

function next({ expected }: Break): string {
  return expected.length === 0 ? 'nothing may come after it' : `the contract goes on with ${anyOf(expected)}`;
}

/** The contract line that a fault points at: the first of several. */
export function contractLine(expected: readonly LineNode[]): { contractLine?: number } {
  return expected[0] ? { contractLine: expected[0].line } : {};
}
