// Where a strand stands in the program, and how a value is shown: found by looking. No code of the program runs for us.
import { getCallSites, inspect } from 'node:util';
import { program } from '../observe/program.ts';
import type { Strand } from '../observe/strands.ts';
import { ownFrames } from '../shared/own-frames.ts';

/** Frames that are looked at. */
const depth = 50;

export interface Place {
  readonly line: number;
  /** Lines inside the helpers that the strand called, innermost first. */
  readonly via: readonly number[];
}

/** The program's lines on the stack, innermost first; none where none of its code runs. */
export function programLines(): number[] {
  return frames().map(({ lineNumber }) => lineNumber);
}

/** Whether the program itself calls what is watched, and not Node for it. */
export function calledByProgram(): boolean {
  return getCallSites(depth).find(({ scriptName }) => !scriptName.startsWith(ownFrames))?.scriptName === program;
}

/** Where `strand` itself stands: in its own function, where it has one, else in the outermost code of the program. */
export function locate(strand: Strand): Place {
  const inside = frames();
  const lines = inside.map(({ lineNumber }) => lineNumber);
  const { line = 0, end = Infinity, name } = strand;
  const own = inside.findIndex(
    (frame) => strand.end !== undefined && frame.lineNumber >= line && frame.lineNumber <= end && isOf(frame, name),
  );
  const at = own < 0 ? lines.length - 1 : own;
  return { line: lines[at] ?? 0, via: lines.slice(0, Math.max(0, at)) };
}

function isOf({ functionName }: { readonly functionName: string }, name: string): boolean {
  return functionName === '' || functionName === name || functionName.endsWith(`.${name}`);
}

function frames() {
  return getCallSites(depth).filter(({ scriptName }) => scriptName === program);
}

/** As the program would print it, cut where it is long. */
export function shown(value: unknown): string {
  const options = { customInspect: false, showProxy: true, depth: 1, breakLength: Infinity, maxStringLength: 40 };
  const text = inspect(value, options);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
