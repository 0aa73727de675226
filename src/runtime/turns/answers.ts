// What the Python side answers to a schedule, one line of JSON each: src/runtime/inside/python/turns.py.
import { z } from 'zod';
import { streams } from '../../trace/recording.ts';

/** A strand by its number, and how many steps it has made. */
const waySchema = z.tuple([z.number().int(), z.number().int()]);

const names = z.array(z.string());

/** As src/runtime/inside/python/_interleave/turns/decisions.py has it. */
const decisionSchema = z
  .tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.string()])
  .rest(z.unknown());

const detailSchema = z.tuple([z.array(waySchema), z.tuple([z.array(z.number().int()), names, names])]);

/** What a strand that stands still for ever waits for. */
const waitSchema = z.object({
  /** Number of the strand that waits. */
  strand: z.number().int(),
  name: z.string(),
  /** Line of the program, 0 where it is in none. */
  line: z.number().int(),
  /** What it waits for. */
  kind: z.enum(['lock', 'thread', 'event loop']),
  /** How the program calls it, as `locks['ann']`. */
  of: z.string().nullable(),
  /** Name of the strand that holds it. */
  holder: z.string().nullable(),
});

const runSchema = z.object({
  decisions: z.array(decisionSchema),
  /** Names, by the numbers of the strands; 0 is main. */
  strands: z.array(z.string()),
  lines: z.array(z.object({ at: z.number().nonnegative(), stream: z.enum(streams), text: z.string() })),
  /** 13 in a deadlock, 124 where the limit of places was reached. */
  exit: z.number().int(),
  /** Virtual ms. */
  elapsed: z.number().nonnegative(),
  deadlock: z.array(waitSchema).optional(),
});

/** `error`: the schedule does not fit the program, or the program has ended its process. */
export const answerSchema = z.union([z.object({ error: z.string() }), runSchema]);

/** What a run printed and how it ended. */
type ThreadOutcome = Readonly<Omit<z.infer<typeof runSchema>, 'decisions'>>;

/** A choice point with its answer, in the form of src/explore/decision.ts. */
interface ThreadDecision {
  readonly cause: 'threads';
  readonly options: number;
  /** What each deviation costs: 1 for a preemption, 0 where the running strand could not have gone on. */
  readonly cost: number;
  readonly taken: number;
  readonly at: { readonly strand: string; readonly line: number; readonly what: string };
  readonly ways?: readonly { readonly id: string; readonly strand: string }[];
  readonly step?: {
    readonly strands: readonly string[];
    readonly reads: readonly string[];
    readonly writes: readonly string[];
  };
}

export interface ThreadRun {
  readonly decisions: readonly ThreadDecision[];
  readonly outcome: ThreadOutcome;
}

export function runOf({ decisions, ...outcome }: z.infer<typeof runSchema>): ThreadRun {
  const strandName = (number: number) => outcome.strands[number] ?? `thread ${number}`;
  return { decisions: decisions.map((decision) => decisionOf(decision, strandName)), outcome };
}

function decisionOf(
  [options, cost, taken, strand, line, what, ...detail]: z.infer<typeof decisionSchema>,
  strandName: (number: number) => string,
): ThreadDecision {
  const decision = { cause: 'threads', options, cost, taken, at: { strand: strandName(strand), line, what } } as const;
  if (detail.length === 0) return decision;
  const [ways, [strands, reads, writes]] = detailSchema.parse(detail);
  return {
    ...decision,
    ways: ways.map(([number, steps]) => ({ id: `${number}.${steps}`, strand: strandName(number) })),
    step: { strands: strands.map(String), reads, writes },
  };
}
