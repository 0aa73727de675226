// What `course record` has to do, file by file.
import type { CourseError } from '../../error.ts';

/** One file to write. */
export interface Task {
  readonly path: string;
  /** Asked when its turn comes: what was written before it counts. */
  readonly fresh: () => boolean;
  /** Writes the file and says in words what is in it; or says why that is refused and leaves the old one as it is. */
  readonly write: (signal: AbortSignal) => Promise<string | readonly CourseError[]>;
}
