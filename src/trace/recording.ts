// A recording: what a program really printed, on which engine, when and on which strand. Written only by `course record`.
import { z } from 'zod';
import { strandKinds, streams } from './kinds.ts';

export { strandKinds, streams } from './kinds.ts';
export type { StrandKind, Stream } from './kinds.ts';

export const recordingNotice =
  'Written by `npm run course -- record`. Do not edit: change the program or its contract and record again.';
export const recordingVersion = 2;

const strandSchema = z.strictObject({
  /** 0 is the main program. */
  id: z.number().int().nonnegative(),
  kind: z.enum(strandKinds),
  name: z.string(),
});
export type Strand = z.infer<typeof strandSchema>;

const lineSchema = z.strictObject({
  /** ms since the program started. */
  at: z.number().nonnegative(),
  stream: z.enum(streams),
  text: z.string(),
  /** The strand that printed it, where the engine could tell. */
  strand: z.number().int().nonnegative().optional(),
});
export type Line = z.infer<typeof lineSchema>;

export const recordingSchema = z.strictObject({
  notice: z.literal(recordingNotice),
  version: z.literal(recordingVersion),
  snippet: z.string(),
  language: z.enum(['ts', 'py']),
  engine: z.strictObject({
    name: z.string(),
    version: z.string(),
    /** Libraries that the program needs, with their versions: `{ gevent: "25.9.1" }`. */
    packages: z.record(z.string(), z.string()),
  }),
  /** SHA-256 of the program and of its contract when it was recorded, in hex. */
  program: z.string().regex(/^[0-9a-f]{64}$/),
  contract: z.string().regex(/^[0-9a-f]{64}$/),
  exit: z.number().int(),
  /** ms from start to exit. */
  elapsed: z.number().nonnegative(),
  strands: z.array(strandSchema).min(1),
  lines: z.array(lineSchema),
  /** Trace events, where a tracer ran. */
  events: z.array(z.looseObject({ e: z.string() })).optional(),
});
export type Recording = z.infer<typeof recordingSchema>;
