// The search leaves out what leads to a state in which it has been. It finds the same outputs as the search that leaves out nothing.
import { describe, expect, it } from 'vitest';
import { explore } from './explored.ts';
import { randomProgram } from './random-program.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

describe('reduced and full search find the same', () => {
  it.each(seeds)('random program %i', async (seed) => {
    const text = randomProgram(seed);
    const full = await explore(text, { preemptions: 1, most: 1500, reduced: false });
    const reduced = await explore(text, { preemptions: 1, most: 1500 });
    expect(reduced.outputs, text).toEqual(full.outputs);
    expect([full.complete, reduced.complete]).toEqual([true, true]);
    expect(reduced.schedules).toBeLessThanOrEqual(full.schedules);
  });
});
