// A failing schedule: the seed under which a broken program prints what its fixed half never may, with that output. Written
// only by `course record`, one file for both twins.
import { z } from 'zod';
import { runCauses } from './kinds.ts';

export const failureVersion = 1;

const failureSchema = z.strictObject({
  /** On virtual time the same version gives the same schedule for a seed; under `threads` a seed steers a real run. */
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  /** SHA-256 of the broken program, of its contract, and of the contract that forbids what it prints. */
  program: z.string(),
  contract: z.string(),
  forbidding: z.string(),
  /** `none` where the program fails without a schedule. */
  cause: z.enum(runCauses),
  seed: z.int().nonnegative(),
  stdout: z.array(z.string()),
  stderr: z.array(z.string()),
  exit: z.int(),
});
/** What one broken twin printed under its failing seed. */
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
