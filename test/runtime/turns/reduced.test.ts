// The search may leave out schedules that only change the places of independent steps, since a run says of each step what it
// touched: what is left finds the same outputs, with fewer schedules.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { corpus } from './recorded.ts';
import { explore, outputsOf } from './search.ts';

const programs = [
  ...['01_global', '04_pair', '08_rlock', '09_condition', '10_event', '12_barrier', '14_queue', '19_contextvar'],
  ...[
    '24_gen',
    '33_jointimeout',
    '34_acqtimeout',
    '35_spin',
    '41_crossed',
    '43_printargs',
    '52_try_lock',
    '53_closure',
  ],
];

describe.skipIf(noCpython).each(['any', 'gil'] as const)('reduced and full search find the same (%s)', (model) => {
  it.each(programs)('%s', async (name) => {
    const file = join(corpus, `${name}.py`);
    const full = await explore(file, model, { preemptions: 2, most: 2500 });
    const reduced = await explore(file, model, { preemptions: 2, most: 2500, reduced: true });
    expect(full.complete).toBe(true);
    expect(outputsOf(reduced)).toEqual(outputsOf(full));
    expect(reduced.schedules).toBeLessThanOrEqual(full.schedules);
  });
});
