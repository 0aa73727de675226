// Where a run leaves the usual way, as data: an event of its trace, and what is stored beside it.
import { z } from 'zod';
import { decisionCauses } from '../explore/decision.ts';

const locationSchema = z.strictObject({
  strand: z.string().exactOptional(),
  line: z.int().positive().exactOptional(),
  what: z.string().exactOptional(),
});

const waySchema = z.strictObject({ id: z.string(), ...locationSchema.shape });

export const departureSchema = z.strictObject({
  cause: z.enum(decisionCauses),
  /** Where the program stands. */
  at: locationSchema.exactOptional(),
  /** Who goes on, and who would have gone on usually. */
  taken: waySchema.exactOptional(),
  usual: waySchema.exactOptional(),
  /** Of a stall: how long it is at least. */
  ms: z.number().nonnegative().exactOptional(),
  /** A strand was stopped that could have gone on. */
  isPreemption: z.literal(true).exactOptional(),
});
export type Departure = Readonly<z.infer<typeof departureSchema>>;
