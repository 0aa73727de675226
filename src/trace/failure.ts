// A failing schedule: the token of a run in which a broken program prints what its fixed half never may, with that output. Written
// only by `course record`, one file for both twins.
import { z } from 'zod';
import { departureSchema } from './departure.ts';
import { runCauses } from './kinds.ts';

export const failureVersion = 2;

const failureSchema = z.strictObject({
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  /** SHA-256 of the broken program, of its contract, and of the contract that forbids what it prints. */
  program: z.string(),
  contract: z.string(),
  forbidding: z.string(),
  /** `none` where the program fails in its usual run. */
  cause: z.enum(runCauses),
  /** Replays the run; absent of a real run. */
  token: z.string().exactOptional(),
  /** Where it leaves the usual run. */
  departures: z.array(departureSchema).readonly().exactOptional(),
  /** Of a real run: its pauses were drawn from it, and steer another run without replaying this one. */
  seed: z.int().nonnegative().exactOptional(),
  stdout: z.array(z.string()).readonly(),
  stderr: z.array(z.string()).readonly(),
  exit: z.int(),
});
/** What one broken twin printed in its failing run. */
export type Failure = Readonly<z.infer<typeof failureSchema>>;

/** `recorded/<name>.broken.json`; a twin is absent where no schedule of its engine can show the cause. */
export const failuresSchema = z.strictObject({
  notice: z.string(),
  version: z.literal(failureVersion),
  /** The id of the broken snippet. */
  snippet: z.string(),
  ts: failureSchema.optional(),
  py: failureSchema.optional(),
});
export type Failures = Readonly<z.infer<typeof failuresSchema>>;
