// What an engine behind a pipe answers, parsed where it comes in: one run a line, in JSON. What it is asked is a Schedule a line.
import { z } from 'zod';
import type { Path } from './clock/path.ts';
import { decisionCauses } from './decision.ts';
import type { Run } from './decision.ts';

const whole = z.int().nonnegative();

const location = {
  strand: z.string().exactOptional(),
  line: whole.exactOptional(),
  what: z.string().exactOptional(),
};

const stepSchema = z.strictObject({
  strands: z.array(z.string()),
  reads: z.array(z.string()).exactOptional(),
  writes: z.array(z.string()).exactOptional(),
});

const decisionSchema = z
  .strictObject({
    cause: z.enum(decisionCauses),
    options: z.int().min(2),
    taken: whole,
    cost: whole.exactOptional(),
    at: z.strictObject(location).exactOptional(),
    ways: z.array(z.strictObject({ id: z.string(), ...location })).exactOptional(),
    state: z.string().exactOptional(),
    step: stepSchema.exactOptional(),
    needless: z.array(whole).exactOptional(),
  })
  .refine(({ taken, options }) => taken < options, 'the option that was taken is none of them')
  .refine(({ ways, options }) => ways === undefined || ways.length === options, 'there is one way for each option');

const anyRunSchema = z.strictObject({
  decisions: z.array(decisionSchema),
  outcome: z.unknown(),
  pinned: z.boolean().exactOptional(),
  spent: z.boolean().exactOptional(),
});

/** A run whose outcome is as `outcomeSchema` says. */
export function runSchema<Outcome>(outcomeSchema: z.ZodType<Outcome>): z.ZodType<Run<Outcome>> {
  return anyRunSchema.transform((run, context): Run<Outcome> => {
    const outcome = outcomeSchema.safeParse(run.outcome);
    if (outcome.success) return { ...run, outcome: outcome.data };
    context.addIssue({ code: 'custom', message: z.prettifyError(outcome.error), path: ['outcome'] });
    return z.NEVER;
  });
}

const instantSchema = z.strictObject({ time: whole, plus: z.int() });

/** The path of a run on a symbolic clock, for the margin; a part of the outcome where an engine has such a clock. */
export const pathSchema: z.ZodType<Path> = z.strictObject({
  step: whole,
  times: z.array(z.strictObject({ notBefore: z.array(instantSchema), at: z.strictObject(location).exactOptional() })),
  inequalities: z.array(z.strictObject({ a: whole, b: whole, most: z.int() })),
});
