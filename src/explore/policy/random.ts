// A random walk: each way to go on is as likely as the others. Knuth's estimate (../count/) rests on just that.
import { Random } from '../../random.ts';
import type { Policy } from './policy.ts';

export function random(seed: number): Policy {
  const numbers = new Random(seed);
  return { answer: ({ options }) => numbers.upTo(options - 1) };
}
