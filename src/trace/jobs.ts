// What a job of a queue does once its turn has come: one closed union for both languages. The words for it stand in narrate/.
import { z } from 'zod';
import { line as anyLine, ms, promise, strand } from './fields.ts';
import { callbackKinds, combinators, engineTasks } from './kinds.ts';

/** The line that asked for it, where it is known. */
const line = anyLine.optional();

export const jobSchema = z.discriminatedUnion('kind', [
  /** The strand runs for the first time. */
  z.strictObject({ kind: z.literal('start'), strand }),
  /** `line`: where it goes on. */
  z.strictObject({ kind: z.literal('resume'), strand, line }),
  /** A function of the program that a queue calls. `name`: its own, if it has one; `ms`: for how long a timer was set. */
  z.strictObject({
    kind: z.literal('callback'),
    of: z.enum(callbackKinds),
    name: z.string().min(1).optional(),
    ms: ms.optional(),
    line,
  }),
  /** A function handed to an event loop of Python; without a name where it has none. */
  z.strictObject({ kind: z.literal('call'), name: z.string().min(1).optional() }),
  /** What `then` has asked for: the handler is called, or, where there is none, the value or error is passed on. */
  z.strictObject({ kind: z.literal('reaction'), promise, how: z.enum(['call', 'value', 'error']), line }),
  /** A promise was settled with another one, `adopts`: first that one's `then` is called, then its result is handed over. */
  z.strictObject({ kind: z.literal('adopt'), promise, adopts: promise, step: z.enum(['then', 'result']) }),
  /** A promise that was given to a combinator has settled. */
  z.strictObject({
    kind: z.literal('combine'),
    call: z.enum(combinators),
    does: z.enum(['collect', 'settle']),
    line,
  }),
  /** The answer to `return()` of an async generator that does not run any more. */
  z.strictObject({ kind: z.literal('answer'), strand }),
  /** Work of the engine or of a library itself. */
  z.strictObject({ kind: z.literal('engine'), does: z.enum(engineTasks), line }),
]);
export type Job = Readonly<z.infer<typeof jobSchema>>;
export type JobKind = Job['kind'];
export type JobOf<K extends JobKind> = Extract<Job, { kind: K }>;
