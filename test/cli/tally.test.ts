// The last line of `npm test`: how many tests passed, failed and were skipped, as vitest itself counted them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { counts } from '../../src/cli/project/test.ts';
import { home, runTool } from '../../src/cli/project/tools.ts';

test('each ending is counted, and a file that cannot be loaded counts as failed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'tally.json');
  const reporter = join(home, 'src', 'cli', 'project', 'tally-reporter.ts');
  const args = ['run', '--root', join(home, 'test', 'fixtures', 'tally'), `--reporter=${reporter}`];
  const { signal } = new AbortController();
  const { exit } = await runTool({ tool: 'vitest', args, env: { COURSE_TALLY: file }, signal });
  expect([exit, JSON.parse(readFileSync(file, 'utf8'))]).toEqual([1, { passed: 2, failed: 2, skipped: 1 }]);
});

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 1, skipped: 3 }, '12 passed, 1 failed, 3 skipped'],
])('%j reads "%s"', (tally, line) => expect(counts(tally)).toBe(line));
