// What the recorders inside a timed program write: one file for each process or thread of Node, one JSON object a line.
// What cannot be read as a record is left out: a program that is killed may leave half of one.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../../json.ts';
import { traceStrandKinds } from '../../../trace/events.ts';
import { streams } from '../../../trace/recording.ts';
import type { Stream } from '../../../trace/recording.ts';
import { channelWait, groups, plainWaits, strandWait } from '../../../trace/waits.ts';

/** The folder for the records; the program itself, an absolute path. */
export const liveVariables = { folder: 'INTERLEAVE_TIMED', program: 'INTERLEAVE_PROGRAM' } as const;

/** "process/number"; 0 is the main program of its process or Worker. */
const strand = z.string();
const line = z.number().int().nonnegative();
/** Microseconds of the machine's monotonic clock, which all its processes share. */
const at = z.number().nonnegative();
/** A lock, queue or event: the same in all processes. */
const syncObject = { id: z.string(), name: z.string().min(1) };
const inStrand = { at, strand, line };

/** The waits of a trace, with keys of strands and of things in the place of numbers. */
const liveWait = z.discriminatedUnion('kind', [
  ...plainWaits,
  z.object({ kind: z.literal('strand'), strand, how: strandWait }),
  z.object({ kind: z.literal('group'), call: z.enum(groups), strands: z.array(strand).min(1).optional() }),
  z.object({ kind: z.literal('lock'), lock: z.string() }),
  z.object({ kind: z.literal('channel'), channel: z.string(), how: channelWait }),
  z.object({ kind: z.literal('signal'), signal: z.string() }),
]);

export const recordSchema = z.discriminatedUnion('e', [
  /** First of each stream. `wall` are microseconds of the machine's calendar clock at the same moment. */
  z.object({
    e: z.literal('process'),
    at,
    p: z.string(),
    wall: z.number(),
    program: z.boolean().optional(),
    parent: z.string().optional(),
  }),
  z.object({ e: z.literal('create'), ...inStrand, kind: z.enum(traceStrandKinds), name: z.string(), by: strand }),
  z.object({ e: z.literal('resume'), ...inStrand, how: z.literal('throw').optional() }),
  z.object({
    e: z.literal('suspend'),
    ...inStrand,
    on: liveWait,
  }),
  z.object({ e: z.literal('settle'), at, strand, how: z.enum(['return', 'throw', 'cancel']) }),
  z.object({ e: z.literal('lock'), ...inStrand, ...syncObject, how: z.enum(['wait', 'acquire', 'release']) }),
  z.object({
    e: z.literal('channel'),
    ...inStrand,
    ...syncObject,
    how: z.enum(['wait', 'put', 'get']),
    item: z.string().optional(),
  }),
  z.object({ e: z.literal('signal'), ...inStrand, ...syncObject, how: z.enum(['wait', 'set', 'clear', 'notify']) }),
  /** The two that a run by turns has, and no real one: a line was come to; not `strand`, the first option, went on. */
  z.object({ e: z.literal('reached'), ...inStrand }),
  z.object({
    e: z.literal('decision'),
    ...inStrand,
    options: z.array(z.object({ strand, line })),
    chosen: z.number().int(),
  }),
  /** Without `to` the receiver is the one that tells that it has received something of the same text. */
  z.object({ e: z.literal('message'), ...inStrand, to: strand.optional(), text: z.string() }),
  z.object({ e: z.literal('received'), at, strand, text: z.string() }),
  z.object({
    e: z.literal('print'),
    ...inStrand,
    via: z.array(line).optional(),
    stream: z.enum(streams),
    text: z.string(),
  }),
]);
export type LiveWait = z.infer<typeof liveWait>;
export type LiveRecord = z.infer<typeof recordSchema>;
export type LiveRecordOf<K extends LiveRecord['e']> = Extract<LiveRecord, { e: K }>;

/** The records of each process or thread, in the order in which it wrote them; none where the program took them away. */
export function readStreams(folder: string): LiveRecord[][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.records'))
    .sort()
    .map((name) => records(readFileSync(join(folder, name))));
}

/** A file may be longer than what was written into it. */
function records(file: Buffer): LiveRecord[] {
  const end = file.indexOf(0);
  const text = file.toString('utf8', 0, end < 0 ? file.length : end);
  return text.split('\n').flatMap((line) => readJson(recordSchema, line) ?? []);
}

/** A line that nobody told of: something printed it that is not watched. */
export interface BareLine {
  readonly e: 'line';
  readonly at: number;
  readonly stream: Stream;
  readonly text: string;
}

/** What happened at a moment of the run; `at` in ms since the program's start. */
export type LiveItem = LiveRecord | BareLine;
