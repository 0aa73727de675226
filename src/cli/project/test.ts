// `npm test`: gets Python ready, says which engines there are, runs vitest, and ends with one plain line of counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../../json.ts';
import { setUpPython } from '../../runtime/setup-python.ts';
import type { Invocation } from '../shell/command.ts';
import { enginesInWords } from './engines.ts';
import { runTool } from './tools.ts';

const tallySchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
type Tally = z.infer<typeof tallySchema>;

export async function command({ root, args, json, terminal, signal }: Invocation): Promise<number> {
  const show = !json;
  await setUpPython(root, { say: () => undefined, signal });
  const engines = await enginesInWords(root);
  if (show) terminal.write(`engines: ${engines}\n`);
  const sync = await runTool({ tool: 'astro', args: ['sync'], signal });
  if (sync.exit !== 0) terminal.warn(sync.output);
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  try {
    const file = join(folder, 'tally.json');
    const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'tally-reporter.ts')}`];
    const run = { tool: 'vitest', args: ['run', ...reporters, ...args], show, env: { COURSE_TALLY: file } } as const;
    const { exit, output } = await runTool({ ...run, signal });
    if (signal.aborted) return 130;
    const tally = readTally(file);
    if (json) terminal.write(`${JSON.stringify({ engines, ...tally, exit, output }, undefined, 2)}\n`);
    else terminal.write(`${tally ? counts(tally) : 'vitest could not start'}\n`);
    return exit === 0 ? sync.exit : exit;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTally(file: string): Tally | undefined {
  try {
    return readJson(tallySchema, readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** `12 passed, 0 failed`, and the skipped ones only where there are any. */
export function counts({ passed, failed, skipped }: Tally): string {
  return [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
}
