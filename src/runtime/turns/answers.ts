// What the Python side answers to a schedule, one line of JSON each: src/runtime/inside/python/turns.py.
import { z } from 'zod';
import type { Run } from '../../explore/decision.ts';
import { runSchema } from '../../explore/wire.ts';
import { streams } from '../../trace/recording.ts';
import { recordSchema } from '../real/record/records.ts';
import { stoppedSchema } from '../virtual/stopped.ts';

/** As a real run has them: what cannot be read as a record is left out. */
const recordsSchema = z
  .array(z.unknown())
  .transform((records) => records.flatMap((record) => recordSchema.safeParse(record).data ?? []));

const outcomeSchema = z.object({
  lines: z.array(z.object({ at: z.number().nonnegative(), stream: z.enum(streams), text: z.string() })),
  /** 13 in a deadlock, 124 where the limit of places was reached. */
  exit: z.number().int(),
  /** Virtual ms. */
  elapsed: z.number().nonnegative(),
  /** In a deadlock a sentence for each strand: "worker waits at line 5 for the lock a, which main holds". */
  waiting: z.array(z.string()).exactOptional(),
  /** What happened, where that was asked for; times in µs. */
  records: recordsSchema.exactOptional(),
});

/** What a run printed and how it ended. */
export type ThreadOutcome = Readonly<z.infer<typeof outcomeSchema>>;

/** `misfit`: why the schedule does not fit the program; `stopped`: why the program cannot be run. */
export const answerSchema = z.union([
  runSchema(outcomeSchema),
  z.object({ misfit: z.string() }),
  z.object({ stopped: stoppedSchema }),
]);
export type Answer =
  Run<ThreadOutcome> | { readonly misfit: string } | { readonly stopped: z.infer<typeof stoppedSchema> };
