// Random tiny programs of timers and immediates: what the engine explores under `cpu` is what Node's loop prints under stalls of all
// lengths that can matter, and nothing else; and the search finds what all lists of decisions give.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviationsOf } from '../../../src/explore/decision.ts';
import type { Decision } from '../../../src/explore/decision.ts';
import { Random } from '../../../src/random.ts';
import type { Model } from '../../../src/runtime/models.ts';
import type { ScheduledOutcome } from '../../../src/runtime/schedules/scheduled-program.ts';
import { NodeModel, textOf } from './node-model.ts';
import type { Action } from './node-model.ts';
import { explored, start } from './schedules.ts';

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
const programs: fc.Arbitrary<readonly Action[]> = fc
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

/** All that Node prints where the process stands still up to `most` times, for lengths that the delays of the programs tell apart. */
function underStalls(body: readonly Action[], most: number): ReadonlySet<string> {
  const lengths = [1, 2, 3, 4, 6];
  const found = new Set<string>();
  const run = (stalls: ReadonlyMap<number, number>): number => {
    let reading = 0;
    const node = new NodeModel(() => stalls.get(reading++) ?? 0);
    node.run(body);
    found.add(node.printed.join(' '));
    return reading;
  };
  const extend = (stalls: ReadonlyMap<number, number>, from: number): void => {
    const readings = run(stalls);
    if (stalls.size === most) return;
    for (let at = from; at < readings; at++) for (const ms of lengths) extend(new Map([...stalls, [at, ms]]), at + 1);
  };
  extend(new Map(), 0);
  return found;
}

function drawn(body: readonly Action[], random: Random): string {
  const node = new NodeModel(() => (random.next() < 0.4 ? random.upTo(7) : 0));
  node.run(body);
  return node.printed.join(' ');
}

const textsOf = async (body: readonly Action[], model: Model) => {
  const { outputs, coverage } = await explored(textOf(body), model);
  return { texts: outputs.map(({ outcome }) => outcome.stdout.join(' ')), coverage };
};

test('under cpu just what stalls print on Node, usual first', async () => {
  await fc.assert(
    fc.asyncProperty(programs, fc.nat(), async (body, seed) => {
      const { texts, coverage } = await textsOf(body, 'cpu');
      expect(coverage.kind).toBe('complete');
      const usual = new NodeModel(() => 0);
      usual.run(body);
      expect(texts[0]).toBe(usual.printed.join(' '));
      const random = new Random(seed);
      for (let run = 0; run < 200; run++) expect(texts).toContain(drawn(body, random));
      const found = underStalls(body, 2);
      const left = texts.filter((text) => !found.has(text));
      for (let run = 0; run < 20_000 && left.length > 0; run++) {
        const index = left.indexOf(drawn(body, random));
        if (index >= 0) left.splice(index, 1);
      }
      expect(left).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** All runs of a program, by trying every answer at every choice point. */
async function bruteForce(text: string, model: Model): Promise<ReadonlySet<string>> {
  const program = await start(text, model);
  const found = new Set<string>();
  const walk = async (prefix: readonly Pick<Decision, 'taken'>[]): Promise<void> => {
    const [run] = await program.run([{ deviations: deviationsOf(prefix) }]);
    if (!run) return;
    found.add(keyOf(run.outcome));
    for (const [at, { options, taken }] of run.decisions.entries()) {
      if (at < prefix.length) continue;
      for (let take = 0; take < options; take++) {
        if (take !== taken) await walk([...run.decisions.slice(0, at), { taken: take }]);
      }
    }
  };
  await walk([]);
  return found;
}

const keyOf = ({ stdout }: ScheduledOutcome): string => stdout.join(' ');

test.each(['cpu', 'latency'] as const)('under %s the search finds what all lists of decisions give', async (model) => {
  await fc.assert(
    fc.asyncProperty(programs, async (body) => {
      const { texts } = await textsOf(body, model);
      expect(new Set(texts)).toEqual(await bruteForce(textOf(body), model));
    }),
    { numRuns: 100 },
  );
});
