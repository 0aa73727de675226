// A folder of programs with tricky orders, each with what the plain engine printed: a new pair of files is a new test.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCpython } from '../cpython.ts';
import { fixtures, printed, runFile } from './programs.ts';
import { realClock } from '../real-clock.ts';

const corpus = join(fixtures, 'corpus');
const programs = globSync('*/*.{ts,py}', { cwd: corpus }).sort();

function expected(program: string): string {
  return readFileSync(join(corpus, program.replace(/(ts|py)$/, 'out')), 'utf8');
}

it('the corpus is there', () => expect(programs.length).toBeGreaterThan(35));

describe.each(programs)('%s', realClock, (program) => {
  it.skipIf(noCpython && program.endsWith('.py'))('prints what its engine prints, watched or not', async () => {
    for (const observe of [false, true]) {
      expect(printed(await runFile(join(corpus, program), { observe }))).toBe(expected(program));
    }
  });
});
