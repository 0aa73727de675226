// Says in a sentence what is wrong with an output that does not fit: a single mistake if one explains it all, else what
// stood there, what the contract allows, whether that came later and what was printed before.
import type { LineNode } from '../contract.ts';
import { anyOf, named } from './fault.ts';
import type { Fault } from './fault.ts';
import { hints } from './hints.ts';
import { mayEnd } from '../match/matcher.ts';
import type { Matcher, Walk } from '../match/matcher.ts';
import { contractLine, repairer, singleMistake } from './repairs.ts';
import type { Break } from './repairs.ts';
import { counted } from '../explain/words.ts';

/** The fault of an output that stops to fit at `walk.stoppedAt`, or undefined if it fits to its end. */
export function diagnose(matcher: Matcher, walk: Walk, output: readonly string[]): Fault | undefined {
  const { states, stoppedAt: at } = walk;
  const got = output[at];
  if (walk.ambiguous) return tooAmbiguous(at);
  const expected = matcher.expected(states);
  if (got === undefined) return mayEnd(states) ? undefined : endedEarly(expected, output);
  const broken = { matcher, states, expected, output, at, got, repaired: repairer(matcher, states) };
  const mistake = singleMistake(broken);
  if (mistake) return mistake;
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

function afterTheEnd({ states, at, got, output }: Break): Fault {
  const last = states[0]?.trail?.node;
  const end = last ? ` after the end: the output is complete with ${named(last)}` : ', but nothing may be printed';
  const message = withBefore(`output line ${at + 1}: "${got}" came${end}`, output, at);
  return { message, outputLine: at + 1, ...(last && { contractLine: last.line }) };
}

function different({ matcher, states, expected, output, at, got }: Break): Fault {
  const later = output.findIndex((text, index) => index > at && matcher.walk(states, [text]).stoppedAt === 1);
  const comes = `"${output[later] ?? ''}" comes ${counted(later - at, 'line')} later, as output line ${later + 1}`;
  const never = expected.length > 1 ? 'none of them comes later' : 'that line does not come later';
  const message = [
    `output line ${at + 1}: "${got}" came where the contract has ${anyOf(expected)}`,
    later > 0 ? comes : never,
    ...hints(got, expected, states),
  ].join('\n  ');
  return { message: withBefore(message, output, at), outputLine: at + 1, ...contractLine(expected) };
}

function withBefore(message: string, output: readonly string[], at: number): string {
  const before = output.slice(Math.max(0, at - 3), at).map((text) => `"${text}"`);
  if (before.length === 0) return message;
  return `${message}\n  printed before: ${at > before.length ? '…, ' : ''}${before.join(', ')}`;
}
