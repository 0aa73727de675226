// What the Python side answers to a schedule, one line of JSON each: src/runtime/inside/python/turns.py.
import { z } from 'zod';
import type { Decision, Run } from '../../explore/decision.ts';
import { streams } from '../../trace/recording.ts';

const names = z.array(z.string());

/** As src/runtime/inside/python/_interleave/turns/decisions.py has it. */
const decisionSchema = z
  .tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.string()])
  .rest(z.unknown());

const detailSchema = z.tuple([names, z.tuple([names, names, names])]);

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
export type ThreadOutcome = Readonly<Omit<z.infer<typeof runSchema>, 'decisions'>>;

export function runOf({ decisions, ...outcome }: z.infer<typeof runSchema>): Run<ThreadOutcome> {
  return { decisions: decisions.map((decision) => decisionOf(decision, outcome.strands)), outcome };
}

function decisionOf(
  [options, cost, taken, strand, line, what, ...detail]: z.infer<typeof decisionSchema>,
  strands: readonly string[],
): Decision {
  const at = { strand: strands[strand] ?? 'thread', ...(line > 0 && { line }), what };
  const decision = { cause: 'threads', options, ...(cost > 0 && { cost }), taken, at } as const;
  if (detail.length === 0) return decision;
  const [ways, [ran, reads, writes]] = detailSchema.parse(detail);
  return { ...decision, ways: ways.map((id) => ({ id })), step: { strands: ran, reads, writes } };
}
