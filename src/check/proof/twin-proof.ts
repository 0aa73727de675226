// What is proven of one twin.
import type { Program, Snippet } from '../../course/snippets.ts';
import type { CourseError } from '../../error.ts';
import type { CauseProof } from './verdict.ts';

export interface TwinProof {
  readonly snippet: Snippet;
  readonly program: Program;
  /** The usual run (`none`), then the causes; real runs of `threads` alone where no engine could run it under schedules. */
  readonly causes: readonly CauseProof[];
  /** Why no engine could; its kind is `missing` where the machine lacks the engine, which another machine may have. */
  readonly refused: CourseError | undefined;
  /** Everything that is false. */
  readonly errors: readonly CourseError[];
}
