// PCT, probabilistic concurrency testing: Burckhardt, Kothari, Musuvathi & Nagarakatte, "A randomized scheduler with
// probabilistic guarantees of finding bugs", ASPLOS 2010. Each strand gets a random priority and the highest one always goes on; at
// `depth - 1` random choice points the one that would go on becomes the lowest. Of n strands and k choice points a bug
// that needs `depth` orders is found with a chance of at least 1 / (n * k ** (depth - 1)).
import { Random } from '../../random.ts';
import type { Choice } from '../decision.ts';
import type { Sampling } from '../schedule.ts';
import type { Policy } from './policy.ts';

type PctOptions = Extract<Sampling, { policy: 'pct' }>;

/** Ways without names (Choice.ways) are told apart by their number. */
export function pct({ seed, depth, length }: PctOptions): Policy {
  const numbers = new Random(seed);
  const changes = new Set(Array.from({ length: depth - 1 }, () => numbers.upTo(Math.max(0, length - 1))));
  const priorities = new Map<string, number>();
  let lowest = 0;
  const priorityOf = (id: string): number => {
    const known = priorities.get(id);
    if (known !== undefined) return known;
    const drawn = numbers.next();
    priorities.set(id, drawn);
    return drawn;
  };
  const highest = (ids: readonly string[]): number => {
    const all = ids.map(priorityOf);
    return all.indexOf(Math.max(...all));
  };
  return {
    answer: (choice, position) => {
      const ids = namesOf(choice);
      const first = highest(ids);
      if (!changes.has(position)) return first;
      priorities.set(ids[first] ?? '', --lowest);
      return highest(ids);
    },
  };
}

function namesOf({ options, ways }: Choice): string[] {
  return Array.from({ length: options }, (_, option) => ways?.[option]?.id ?? `option ${option}`);
}
