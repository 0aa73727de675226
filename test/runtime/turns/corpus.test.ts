// Programs of threads: all that CPython was seen to print of them, in many runs with pauses, is among the explored outputs.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCpython } from '../../cpython.ts';
import { corpus, readRecorded } from './recorded.ts';
import { explore } from './search.ts';

const recorded = readRecorded();
const programs = globSync(join(corpus, '*.py')).sort();

/** What a program measures of the machine's time varies. */
const withoutTimes = (output: string) => output.replaceAll(/\d+\.\d+/g, '<time>');

function seen(name: string): string[] {
  const outputs = (recorded[name] ?? []).map(({ stdout, end }) => {
    return [...stdout, ...(end === 'never' ? ['deadlock'] : end === 0 ? [] : [`exit ${end}`])].join(' / ');
  });
  return [...new Set(outputs.map(withoutTimes))].sort();
}

describe.skipIf(noCpython).each(['any', 'gil'] as const)('what CPython printed is explored (%s)', (model) => {
  it.each(programs.map((file) => [basename(file, '.py'), file] as const))('%s', async (name, file) => {
    const wanted = seen(name);
    const found = (outputs: ReadonlyMap<string, unknown>) => new Set([...outputs.keys()].map(withoutTimes));
    const { outputs } = await explore(file, model, { until: (some) => found(some).isSupersetOf(new Set(wanted)) });
    expect(wanted.length).toBeGreaterThan(0);
    expect([...found(outputs)]).toEqual(expect.arrayContaining(wanted));
  });
});
