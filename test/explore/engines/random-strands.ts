// Small random programs of two or three strands, which meet at two variables, two locks and the output.
import fc from 'fast-check';
import type { Operation } from './strands.ts';

const operation: fc.Arbitrary<readonly Operation[]> = fc.oneof(
  fc
    .constantFrom('add' as const, 'double' as const)
    .chain((kind) => fc.constantFrom('n', 'm').map((name) => [{ kind, name }])),
  fc.constantFrom('n', 'm').map((name) => [{ kind: 'show' as const, name }]),
  fc.constantFrom('x', 'y').map((text) => [{ kind: 'print' as const, text }]),
  fc.tuple(fc.constantFrom('L', 'M'), fc.constantFrom('n', 'm')).map(([lock, name]) => [
    { kind: 'acquire' as const, lock },
    { kind: 'double' as const, name },
    { kind: 'release' as const, lock },
  ]),
  fc.constantFrom(['L', 'M'], ['M', 'L']).map(([outer = '', inner = '']) => [
    { kind: 'acquire' as const, lock: outer },
    { kind: 'acquire' as const, lock: inner },
    { kind: 'release' as const, lock: inner },
    { kind: 'release' as const, lock: outer },
  ]),
);

/** Brute force has at most 250 schedules of them: two strands of up to ten steps in all, or three of up to seven. */
export const randomStrands: fc.Arbitrary<readonly (readonly Operation[])[]> = fc
  .array(
    fc.array(operation, { minLength: 1, maxLength: 2 }).map((all) => all.flat()),
    { minLength: 2, maxLength: 3 },
  )
  .filter((lists) => interleavings(lists.map(steps)) <= 250);

/** (a + b + …)! / (a! * b! * …) */
function interleavings(lengths: readonly number[]): number {
  let all = 1;
  let total = 0;
  for (const length of lengths) for (let step = 1; step <= length; step++) all = (all * ++total) / step;
  return all;
}

function steps(list: readonly Operation[]): number {
  return list.reduce((sum, { kind }) => sum + (kind === 'add' || kind === 'double' ? 2 : 1), 0);
}
