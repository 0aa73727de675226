// Why a run on the virtual clock of Python has no outcome of its own, as the Python inside it says it.
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Place } from '../../error.ts';

export const stoppedSchema = z.object({
  /**
   * `refused`: it asked for what no virtual clock rules; `blocked`: it waited for what nothing can bring; `endless`: a limit
   * ended it; `died`: it ended its process.
   */
  why: z.enum(['refused', 'blocked', 'endless', 'died']),
  what: z.string(),
  /** Absolute path of the file with the line; both absent where no line of the program is to blame. */
  file: z.string().optional(),
  line: z.number().int().positive().optional(),
});
export type Stopped = z.infer<typeof stoppedSchema>;

/** Where it stopped: in the program or in a file beside it, as people name them. */
export function placeOf(program: { readonly file: string; readonly path: string }, { file, line }: Stopped): Place {
  const beside = file === undefined ? '' : relative(dirname(program.file), file).replaceAll('\\', '/');
  const path = file === undefined || file === program.file ? program.path : join(dirname(program.path), beside);
  return { file: path, ...(line !== undefined && { line }) };
}
