// Stored traces: what happened in the runs of one twin, one run for each distinct output that its schedules have. Written
// only by `course record`, one event a line, so that a difference can be read.
import { z } from 'zod';
import { traceEventSchema } from './events.ts';
import type { TraceEvent } from './events.ts';
import { runCauses } from './kinds.ts';
import { stops } from '../explore/count/coverage.ts';
import { decisionCauses } from '../explore/decision.ts';
import { departureSchema } from './departure.ts';
import { recordingNotice } from './recording.ts';

export const storedVersion = 3;

/** A run has at most so many events; where it would have more, lines and ordinary calls are left out. */
export const mostInDetail = 2_000;

const boundSchema = z.partialRecord(z.enum(decisionCauses), z.int().nonnegative());

/** As src/explore/count/coverage.ts has it. */
const coverageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('complete'),
    schedules: z.int().positive(),
    causes: z.array(z.enum(decisionCauses)).readonly(),
    bound: boundSchema.readonly(),
    pinned: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('sampled'),
    stopped: z.enum(stops),
    why: z.string().exactOptional(),
    schedules: z.int().nonnegative(),
    estimate: z.strictObject({ schedules: z.number(), chanceOfNew: z.number() }).exactOptional(),
  }),
]);

const exploredSchema = z.strictObject({
  cause: z.enum(runCauses),
  /** How many distinct outputs (stdout, stderr and exit code) its schedules had. */
  outputs: z.int().positive(),
  coverage: coverageSchema,
  /** ms: the shortest stall, or lateness, that breaks the contract; absent where none does, or where the cause has no length. */
  margin: z.number().nonnegative().exactOptional(),
});
export type StoredExplored = Readonly<z.infer<typeof exploredSchema>>;

const runSchema = z.strictObject({
  cause: z.enum(runCauses),
  /** Replays the run: `course step <id> --schedule TOKEN`; absent of a real run. */
  token: z.string().exactOptional(),
  /** Where it leaves the usual run. */
  departures: z.array(departureSchema).readonly().exactOptional(),
  /** Of a real run: its pauses were drawn from it, and steer another run without replaying this one. */
  seed: z.int().nonnegative().exactOptional(),
  /** In how many of all schedules the program had this output. */
  schedules: z.int().positive(),
  exit: z.int(),
  /** How many lines and ordinary calls were left out, where the run has more than `mostInDetail` events with them. */
  cut: z.int().positive().optional(),
  events: z.array(traceEventSchema),
});
export type StoredRun = Readonly<z.infer<typeof runSchema>>;

export const storedTracesSchema = z.strictObject({
  notice: z.literal(recordingNotice),
  version: z.literal(storedVersion),
  snippet: z.string(),
  language: z.enum(['ts', 'py']),
  /** `traced` and `cpython` on a virtual clock; `node` and `cpython` with `explored` empty on the machine's. */
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  /** SHA-256 of the program and of its contract, in hex. */
  program: z.string(),
  contract: z.string(),
  /** Distinct outputs over all causes together; 0 where no engine runs the program under schedules. */
  outputs: z.int().nonnegative(),
  explored: z.array(exploredSchema),
  /** The usual run first, then one for each further distinct output: `mostRuns` at most, those nearest to it first. */
  runs: z.array(runSchema).min(1),
});
export type StoredTraces = Readonly<z.infer<typeof storedTracesSchema>>;

/** How many runs are stored of one twin. */
export const mostRuns = 8;

/** What the site serves of one run, at the address that `servedPath` gives. */
export interface ServedTrace {
  /** "traced 1", "cpython 3.14.2" */
  readonly engine: string;
  readonly cause: StoredRun['cause'];
  readonly token?: string;
  readonly events: readonly TraceEvent[];
}

/** Below the base of the site, without a slash in front; `index` is that of the run. */
export function servedPath(snippet: string, language: StoredTraces['language'], index: number): string {
  return `traces/${snippet}.${language}.${index}.json`;
}

export function servedTrace({ engine }: StoredTraces, { cause, token, events }: StoredRun): ServedTrace {
  return { engine: `${engine.name} ${engine.version}`, cause, ...(token !== undefined && { token }), events };
}

/** The text of the file: the notice in the first line, then a line for each fact and each event. */
export function serializeTraces({ notice, explored, runs, ...facts }: StoredTraces): string {
  const rows = [
    ...Object.entries(facts).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`),
    list('explored', explored.map(indented)),
    list('runs', runs.map(serializeRun)),
  ];
  return `{ "notice": ${JSON.stringify(notice)},\n${rows.join(',\n')}\n}\n`;
}

function serializeRun({ events, ...facts }: StoredRun): string {
  const head = JSON.stringify(facts).slice(0, -1);
  // as the schema writes it, so that the order of fields does not depend on an engine
  const rows = events.map((event) => indented(traceEventSchema.parse(event)));
  return `    ${head},"events":[\n${rows.join(',\n')}\n    ]}`;
}

function indented(value: object): string {
  return `    ${JSON.stringify(value)}`;
}

function list(key: string, rows: readonly string[]): string {
  return rows.length === 0 ? `  "${key}": []` : `  "${key}": [\n${rows.join(',\n')}\n  ]`;
}
