// What the traced engine cannot run it refuses by name: what it is, where it stands, and what to do instead.
import type { Node } from 'acorn';
import { CourseError } from '../../../error.ts';
import { lineOf } from './syntax.ts';

export interface SourceFile {
  /** As it is shown in messages. */
  readonly file: string;
  readonly text: string;
  /** Its first line among those of the whole program; 1 if absent. */
  readonly firstLine?: number;
}

/** The program itself is wrong, whoever runs it. */
export class InvalidProgram extends CourseError {}

const onNode = 'run it on the real engine: leave --engine traced out';

/** The line of a node in its own file. */
export function lineIn({ firstLine = 1 }: SourceFile, node: Node): number {
  return lineOf(node) - firstLine + 1;
}

/** The error for a part of a program that is not available in the traced engine. */
export function refusal(source: SourceFile, node: Node | undefined, what: string, fix = onNode): CourseError {
  const { file } = source;
  return new CourseError({
    what: `${what} in the traced engine`,
    where: node ? { file, line: lineIn(source, node) } : { file },
    fix,
  });
}
