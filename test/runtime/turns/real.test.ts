// What the machine's CPython prints of the thread programs, with pauses where threads meet, is among the explored outputs: under the
// model of its build, and under `any`, which allows more. A run that takes long prints what a quick one may print, too.
import { describe, expect, it } from 'vitest';
import { timedOut } from '../../../src/runtime/real/perturb/outcomes.ts';
import { runPerturbed } from '../../../src/runtime/real/perturb/run.ts';
import { noCpython } from '../../cpython.ts';
import { root } from '../programs.ts';
import { threadPrograms } from './course-programs.ts';
import { explore } from './search.ts';

const seeds = [1, 2, 3, 4];

describe.skipIf(noCpython)('what CPython prints is explored', () => {
  it.each(threadPrograms)('$path', async ({ program }) => {
    const outcomes = await runPerturbed(root, program, seeds, { timeLimit: 3000 });
    const printed = outcomes.map(({ stdout, exit }) =>
      [...stdout, ...(exit === timedOut ? ['deadlock'] : exit === 0 ? [] : [`exit ${exit}`])].join(' / '),
    );
    expect(printed.length).toBeGreaterThan(0);
    const wanted = new Set(printed);
    for (const model of ['gil', 'any'] as const) {
      const limits = { preemptions: 2, most: 4000, reduced: true };
      const { outputs } = await explore(program.file, model, {
        ...limits,
        until: (some) => new Set(some.keys()).isSupersetOf(wanted),
      });
      expect([model, ...outputs.keys()]).toEqual(expect.arrayContaining([model, ...wanted]));
    }
  });
});
