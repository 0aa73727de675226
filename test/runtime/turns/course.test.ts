// The thread programs of the course, and of the course of the tests: whatever a schedule makes them print their contract allows,
// and what was recorded of them is among it. And programs without threads print what they print without places.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoredRecording } from '../../../src/recorded/recordings.ts';
import { contractOf, textOf, verifyRun } from '../../../src/recorded/verdict.ts';
import { runCpythonBatch } from '../../../src/runtime/virtual/cpython.ts';
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import { noCpython } from '../../cpython.ts';
import { fixtures, root } from '../programs.ts';
import { threadPrograms } from './course-programs.ts';
import { explore } from './search.ts';

describe.skipIf(noCpython).each(['any', 'gil'] as const)(
  'every explored output meets the contract, and the recorded one is explored (%s)',
  (model) => {
    it.each(threadPrograms)('$path', async ({ snippet, program }) => {
      const contract = contractOf(snippet, 'py');
      const { outputs } = await explore(program.file, model, { preemptions: 1, most: 1000, reduced: true });
      for (const { outcome } of outputs.values()) {
        expect(verifyRun(contract, outcome).map(({ message }) => message)).toEqual([]);
      }
      const stored = readStoredRecording(snippet, 'py');
      const seen = 'recording' in stored ? textOf(stored.recording.lines, 'stdout') : [];
      expect([...outputs.keys()]).toContain(seen.join(' / '));
    });
  },
);

it('the programs of threads are found', () => expect(threadPrograms.length).toBeGreaterThan(5));

describe.skipIf(noCpython)('places change nothing of what a program prints by itself', () => {
  const files = globSync(join(fixtures, 'corpus', 'py', '*.py')).sort();

  it.each(files.map((file) => [basename(file), file] as const))('%s', async (_, file) => {
    const [alone] = await runCpythonBatch(root, [file]);
    for (const model of ['any', 'gil'] as const) {
      const program = await ThreadProgram.start(root, { file, path: file }, { model });
      const [run] = await program.run([{ deviations: [] }]).finally(() => program.stop());
      const printed = run?.outcome.lines.map(({ text }) => text);
      expect(printed).toEqual(alone?.lines.map(({ text }) => text));
    }
  });
});
