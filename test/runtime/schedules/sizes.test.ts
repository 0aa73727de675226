// Exploring as a person does it, on programs whose orders can be counted: all of them are found, each once, and so is a fault that shows
// in one order of hundreds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phasesOf } from '../../../src/runtime/causes.ts';
import { schedulerOf } from '../../../src/runtime/engines.ts';
import { exploreCause } from '../../../src/runtime/schedules/explore-cause.ts';
import { noCpython } from '../../cpython.ts';
import { fixtures, root } from '../programs.ts';

async function explored(name: string, language: 'ts' | 'py') {
  const file = join(fixtures, 'exact', 'sizes', `${name}.${language}`);
  const program = { language, file, path: file, text: readFileSync(file, 'utf8'), needs: [] } as const;
  const start = await schedulerOf(program)?.start();
  if (!start) throw new Error(`no engine runs ${file} under schedules`);
  return exploreCause(root, program, phasesOf('latency'), start, { spending: {} });
}

describe.each(['ts', 'py'] as const)('in %s', { timeout: 600_000 }, (language) => {
  test.skipIf(language === 'py' && noCpython)('six waits end in 720 orders', async () => {
    const { outcomes, coverage } = await explored('six', language);
    expect(new Set(outcomes.map(({ stdout }) => stdout.join())).size).toBe(720);
    expect(outcomes).toHaveLength(720);
    expect(coverage).toMatchObject({ kind: 'complete', bound: {} });
  });

  test.skipIf(language === 'py' && noCpython)('a fault of one in 720 orders is found', async () => {
    const { outcomes, coverage } = await explored('rare', language);
    expect(outcomes.map(({ stdout }) => stdout)).toEqual([['ok'], ['BUG']]);
    expect(outcomes[1]?.count).toBe(1);
    expect(coverage).toMatchObject({ kind: 'complete', bound: {} });
  });
});
