// What the schedules of a program gave: one outcome for each distinct output.
import { z } from 'zod';

export const outcomeSchema = z.object({
  /** Lines without their line ends. */
  stdout: z.array(z.string()),
  stderr: z.array(z.string()),
  /** 13 where nothing could wake the program any more, 124 where it took 100,000 turns of the event loop. */
  exit: z.number().int(),
  /** Virtual ms of the run with `firstSeed`. */
  elapsed: z.number().nonnegative(),
  /** In how many of the schedules. */
  count: z.number().int().positive(),
  /** The first seed that gives it. */
  firstSeed: z.number().int(),
});

/** One of the outputs that a program's schedules gave. */
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;
