// What is proven of one twin.
import type { Program, Snippet } from '../../course/snippets.ts';
import type { CourseError } from '../../error.ts';
import type { CauseProof } from './verdict.ts';

export interface TwinProof {
  readonly snippet: Snippet;
  readonly program: Program;
  /** The plain run on the virtual clock (`none`), then the causes; `threads` alone where no engine could run it on virtual time. */
  readonly causes: readonly CauseProof[];
  /** Why no engine could; its kind is `missing` where the machine lacks the engine, which another machine may have. */
  readonly refused: CourseError | undefined;
  /** Everything that is false. */
  readonly errors: readonly CourseError[];
}
