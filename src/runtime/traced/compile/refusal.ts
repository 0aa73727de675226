// What the traced engine cannot run it refuses by name: what it is, where it stands, and what to do instead.
import type { Node } from 'acorn';
import { CourseError } from '../../../error.ts';
import { lineOf } from './syntax.ts';

export interface SourceFile {
  /** As it is shown in messages. */
  readonly file: string;
  readonly text: string;
}

const onNode = 'run it on the real engine: leave --engine traced out';

/** The error for a part of a program that is not available in the traced engine. */
export function refusal({ file }: SourceFile, node: Node | undefined, what: string, fix = onNode): CourseError {
  return new CourseError({
    what: `${what} in the traced engine`,
    where: node ? { file, line: lineOf(node) } : { file },
    fix,
  });
}
