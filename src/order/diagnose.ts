// Says in a sentence what is wrong with an output that does not fit. It tries what people and programs get wrong (two
// lines swapped, one too many, one missing, one moved) and takes the first repair after which all the rest fits.
import type { LineNode } from './contract.ts';
import { anyOf, counted, named } from './fault.ts';
import type { Fault } from './fault.ts';
import { Matcher, mayEnd, pathOf } from './match.ts';
import type { State, Walk } from './match.ts';
import { hints } from './hints.ts';

/** Lines further on that are tried as the other half of a swap or a move. */
const reach = 50;

/** The place where an output stops to fit. */
interface Break {
  readonly matcher: Matcher;
  readonly states: readonly State[];
  /** What may come here. */
  readonly expected: readonly LineNode[];
  readonly output: readonly string[];
  /** Index of the first line that does not fit. */
  readonly at: number;
  readonly got: string;
}

/** The fault of an output that stops to fit at `walk.stoppedAt`, or undefined if it fits to its end. */
export function diagnose(matcher: Matcher, walk: Walk, output: readonly string[]): Fault | undefined {
  const { states, stoppedAt: at } = walk;
  const got = output[at];
  if (walk.ambiguous) return tooAmbiguous(at);
  const expected = matcher.expected(states);
  if (got === undefined) return mayEnd(states) ? undefined : endedEarly(expected, output);
  const broken = { matcher, states, expected, output, at, got };
  const repairs = [swapped, doubled, extra, missing, movedBack, movedOn];
  for (const repair of repairs) {
    const fault = repair(broken);
    if (fault) return fault;
  }
  return expected.length === 0 ? afterTheEnd(broken) : different(broken);
}

function tooAmbiguous(at: number): Fault {
  return {
    message: [
      `output line ${at + 1}: the output up to here fits the contract in too many ways to follow`,
      'let the lines of different lanes differ, by a name for example',
    ].join('\n  '),
    outputLine: at + 1,
  };
}

function endedEarly(expected: readonly LineNode[], output: readonly string[]): Fault {
  const message =
    output.length === 0
      ? `nothing was printed, but the contract begins with ${anyOf(expected)}`
      : `output ended after ${counted(output.length, 'line')}, but the contract goes on with ${anyOf(expected)}`;
  return { message: withBefore(message, output, output.length), ...contractLine(expected) };
}

function swapped({ matcher, states, output, at, got }: Break): Fault | undefined {
  for (let later = at + 1; later < Math.min(output.length, at + reach); later += 1) {
    const other = output[later];
    if (other === undefined || other === got) continue;
    const path = repaired(
      matcher,
      states,
      output
        .slice(at)
        .with(0, other)
        .with(later - at, got),
    );
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

function missing({ matcher, states, expected, output, at, got }: Break): Fault | undefined {
  for (const node of expected) {
    if (!repaired(matcher, matcher.skip(states, node), output.slice(at))) continue;
    const message = `output line ${at + 1}: ${named(node)} is missing before "${got}"`;
    return { message, outputLine: at + 1, contractLine: node.line };
  }
  return undefined;
}

function movedBack({ matcher, states, output, at, got }: Break): Fault | undefined {
  for (let later = at + 1; later < Math.min(output.length, at + reach); later += 1) {
    const late = output[later];
    if (late === undefined) continue;
    const path = repaired(matcher, states, [late, ...output.slice(at).toSpliced(later - at, 1)]);
    const node = path?.[at]?.node;
    if (!node) continue;
    const message = `output line ${later + 1}: "${late}" came too late; the contract has it (contract line ${node.line}) before "${got}"`;
    return { message, outputLine: later + 1, contractLine: node.line };
  }
  return undefined;
}

function movedOn({ matcher, states, output, at, got }: Break): Fault | undefined {
  const rest = output.slice(at + 1);
  for (let after = 1; after <= Math.min(rest.length, reach); after += 1) {
    const path = repaired(matcher, states, rest.toSpliced(after, 0, got));
    const node = path?.[at + after]?.node;
    if (!node) continue;
    const message = `output line ${at + 1}: "${got}" came too early; the contract has it (contract line ${node.line}) after "${rest[after - 1] ?? ''}"`;
    return { message, outputLine: at + 1, contractLine: node.line };
  }
  return undefined;
}

function afterTheEnd({ states, at, got, output }: Break): Fault {
  const last = states[0]?.trail?.node;
  const end = last ? `after the end: the last line of the contract is ${named(last)}` : 'but nothing may be printed';
  const message = withBefore(`output line ${at + 1}: "${got}" came ${end}`, output, at);
  return { message, outputLine: at + 1, ...(last && { contractLine: last.line }) };
}

function different({ matcher, states, expected, output, at, got }: Break): Fault {
  const later = output.findIndex((text, index) => index > at && matcher.walk(states, [text]).stoppedAt === 1);
  const comes = `"${output[later] ?? ''}" comes ${counted(later - at, 'line')} later, as output line ${later + 1}`;
  const never = expected.length > 1 ? 'none of them comes later' : 'that line does not come later either';
  const message = [
    `output line ${at + 1}: "${got}" came where the contract has ${anyOf(expected)}`,
    later > 0 ? comes : never,
    ...hints(got, expected, states),
  ].join('\n  ');
  return { message: withBefore(message, output, at), outputLine: at + 1, ...contractLine(expected) };
}

// The path of one way in which `rest` fits to its end.
function repaired(
  matcher: Matcher,
  states: readonly State[],
  rest: readonly string[],
): ReturnType<typeof pathOf> | undefined {
  const { states: ends, stoppedAt } = matcher.walk(states, rest);
  const end = stoppedAt === rest.length ? ends.find((state) => state.rest.canEnd) : undefined;
  return end && pathOf(end);
}

function fitsWithout({ matcher, states, output, at }: Break): boolean {
  return repaired(matcher, states, output.slice(at + 1)) !== undefined;
}

function next({ expected }: Break): string {
  return expected.length === 0 ? 'nothing may come after it' : `the contract goes on with ${anyOf(expected)}`;
}

function withBefore(message: string, output: readonly string[], at: number): string {
  const before = output.slice(Math.max(0, at - 3), at).map((text) => `"${text}"`);
  if (before.length === 0) return message;
  return `${message}\n  printed before: ${at > before.length ? '…, ' : ''}${before.join(', ')}`;
}

function contractLine(expected: readonly LineNode[]): { contractLine?: number } {
  return expected[0] ? { contractLine: expected[0].line } : {};
}
