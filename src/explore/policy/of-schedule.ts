// The policy of a schedule that an engine is asked to run.
import { Spending } from '../bound.ts';
import type { Bound } from '../bound.ts';
import type { Schedule } from '../schedule.ts';
import { pct } from './pct.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { replay } from './replay.ts';

export function policyOf({ deviations, then, bound }: Schedule): Policy {
  if (!then) return replay(deviations);
  const sampled = replay(deviations, then.policy === 'random' ? random(then.seed) : pct(then));
  return bound ? withinBound(sampled, bound, (deviations.at(-1)?.at ?? -1) + 1) : sampled;
}

/** From the choice point `first` on the usual way where a deviation would cost more than is left. */
function withinBound(policy: Policy, bound: Bound, first: number): Policy {
  const spending = new Spending(bound);
  return {
    answer: (choice, position) => {
      if (position >= first && !spending.affords(choice)) return 0;
      const taken = policy.answer(choice, position);
      spending.spend(choice, taken);
      return taken;
    },
    end: (positions) => policy.end?.(positions),
  };
}
