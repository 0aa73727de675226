// Random tiny TypeScript programs of timers, intervals and immediates.
import fc from 'fast-check';
import type { Action } from '../../runtime/traced/node-model.ts';

interface Shape {
  readonly kind: 'timeout' | 'interval' | 'immediate' | 'clear';
  readonly ms: number;
  readonly target: number;
  readonly body: readonly Shape[];
}

const shape = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constantFrom('timeout', 'timeout', 'timeout', 'immediate', 'clear', 'interval'),
    ms: fc.constantFrom(1, 2, 3, 5),
    target: fc.nat(3),
    body: depth === 0 ? fc.constant([]) : fc.array(shape(depth - 1), { maxLength: 2 }),
  });

/** At most five timers and immediates; each of them prints its name first, and an interval ends itself at once. */
export const timerPrograms: fc.Arbitrary<readonly Action[]> = fc
  .array(shape(2), { minLength: 1, maxLength: 3 })
  .map(named)
  .filter((body) => countOf(body) <= 5);

function named(shapes: readonly Shape[]): readonly Action[] {
  let count = 0;
  const timers: string[] = [];
  const make = (all: readonly Shape[]): Action[] =>
    all.flatMap(({ kind, ms, target, body }): Action[] => {
      if (kind === 'clear') {
        const name = timers[target % timers.length];
        return name === undefined ? [] : [{ kind, name }];
      }
      const name = `t${count++}`;
      if (kind !== 'immediate') timers.push(name);
      const inside: Action[] = [{ kind: 'print', text: name }, ...make(body)];
      if (kind === 'immediate') return [{ kind, body: inside }];
      return [{ kind, name, ms, body: kind === 'interval' ? [...inside, { kind: 'clear', name }] : inside }];
    });
  return make(shapes);
}

function countOf(body: readonly Action[]): number {
  return body.reduce((sum, action) => sum + ('body' in action ? 1 + countOf(action.body) : 0), 0);
}
