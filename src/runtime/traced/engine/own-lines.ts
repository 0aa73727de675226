// A trace shows one text, that of the program: what happens in a file beside it happens, there, at the line that leads to it.
import { placeOf } from '../program.ts';
import type { Program } from '../program.ts';
import type { UntimedEvent } from './event-sink.ts';

/** The line of the program for a line of any of its files. */
export type OwnLines = (line: number) => number;

/** Undefined for a program without files beside it. */
export function ownLinesOf(program: Program): OwnLines | undefined {
  if (program.modules.length === 1) return undefined;
  return (line) => {
    const { module } = placeOf(program, line);
    return module && module.askedAt > 0 ? module.askedAt : line;
  };
}

/** The event with lines of the program alone. */
export function inProgram(event: UntimedEvent, own: OwnLines): UntimedEvent {
  return translated(event, own) as UntimedEvent;
}

function translated(value: unknown, own: OwnLines): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => translated(each, own));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => {
      if (key === 'line' && typeof each === 'number') return [key, own(each)];
      if (key === 'via' && Array.isArray(each)) return [key, each.map((line: number) => own(line))];
      return [key, translated(each, own)];
    }),
  );
}
