// Random tiny programs of timers and immediates: what the engine explores under `cpu` is what Node's loop prints under stalls of all
// lengths that can matter, and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../../src/random.ts';
import type { Model } from '../../../src/runtime/models.ts';
import { NodeModel, textOf } from './node-model.ts';
import type { Action } from './node-model.ts';
import { timerPrograms } from '../../fuzz/schedules/timers.ts';
import { explored } from './schedules.ts';

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
    fc.asyncProperty(timerPrograms, fc.nat(), async (body, seed) => {
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
