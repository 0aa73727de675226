// The search leaves out what comes after a state in which it has been: on random programs it finds all that the full one finds.
import { describe, expect, it } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { randomProgram } from './random-program.ts';
import { programs } from './runs.ts';
import { explore, outputsOf } from './search.ts';

const write = programs();
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

describe.skipIf(noCpython).each(['any', 'gil'] as const)('reduced and full search find the same (%s)', (model) => {
  it.each(seeds)('of random program %i', async (seed) => {
    const file = write(randomProgram(seed));
    const limits = { preemptions: 1, most: 3000 };
    const full = await explore(file, model, limits);
    const reduced = await explore(file, model, { ...limits, reduced: true });
    expect([full.complete, reduced.complete]).toEqual([true, true]);
    expect(outputsOf(reduced)).toEqual(outputsOf(full));
  });
});
