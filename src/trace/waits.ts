// For what a strand waits that gives way: one closed union for both languages. The words for it stand in narrate/.
import { z } from 'zod';
import { ms, promise, strand, syncObject } from './fields.ts';
import { combinators, promiseStates } from './kinds.ts';

/** The strand begins that wait again each time that it is over. */
const repeated = z.literal(true).optional();

/** What is awaited where no number stands for it: `value` is no promise at all, `thenable` has a then method. */
const awaitables = ['value', 'thenable', 'promise', 'future'] as const;

/** What runs while the strand has given way without waiting for anything of the program. */
const takersOver = ['event loop', 'hub', 'another greenlet'] as const;

/** Calls that wait for several strands at once. */
export const groups = [...combinators, 'gather', 'task group'] as const;

/** Waits that name nothing else of the run: a recorder inside a program writes them as they are. */
export const plainWaits = [
  /** A generator hands out a value; a task gives way and asks for nothing. */
  z.strictObject({ kind: z.literal('yield') }),
  /** A sleep of no time: the others have their turn once. */
  z.strictObject({ kind: z.literal('turn'), repeated }),
  /** `ms` where it is known. */
  z.strictObject({ kind: z.literal('sleep'), ms: ms.optional(), repeated }),
  z.strictObject({ kind: z.literal('await'), what: z.enum(awaitables), repeated }),
  /** An event of an emitter. */
  z.strictObject({ kind: z.literal('event'), name: z.string() }),
  /** Inside a function of a library: input and output, for one. */
  z.strictObject({ kind: z.literal('call'), name: z.string().min(1) }),
  /** A thread or process of a pool has nothing to do. */
  z.strictObject({ kind: z.literal('pool') }),
  /** `ms`: at most. */
  z.strictObject({ kind: z.literal('Atomics.wait'), ms: ms.optional() }),
  z.strictObject({ kind: z.literal('runs'), what: z.enum(takersOver) }),
] as const;

/** How it waits for another strand: by an await, or by a call that returns when that one has ended. */
export const strandWait = z.enum(['await', 'join']);

/** Until it gets an item, or until there is room to put one. */
export const channelWait = z.enum(['get', 'put']);

export const waitSchema = z.discriminatedUnion('kind', [
  ...plainWaits,
  z.strictObject({ kind: z.literal('promise'), promise, state: z.enum(promiseStates) }),
  z.strictObject({ kind: z.literal('strand'), strand, how: strandWait }),
  /** `strands` where all of them are known. */
  z.strictObject({ kind: z.literal('group'), call: z.enum(groups), strands: z.array(strand).min(1).optional() }),
  z.strictObject({ kind: z.literal('lock'), lock: syncObject }),
  z.strictObject({ kind: z.literal('channel'), channel: syncObject, how: channelWait }),
  z.strictObject({ kind: z.literal('signal'), signal: syncObject }),
]);
export type Wait = Readonly<z.infer<typeof waitSchema>>;
export type WaitKind = Wait['kind'];
export type WaitOf<K extends WaitKind> = Extract<Wait, { kind: K }>;
