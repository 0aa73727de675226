// Runs a program, and on request with an observer inside that records which strand prints which line.
// What reads the records is loaded only then: a plain run starts without it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRequest, RunResult } from '../engine.ts';
import { mainStrand } from './main-strand.ts';
import { recordsVariable } from './variable.ts';
import { runProcess } from '../process/run.ts';
import type { Command } from '../process/run.ts';

/** Runs `command`; with `request.observe` the command that `observed` makes of it, whose observer writes records. */
export async function runWithStrands(
  command: Command,
  observed: (command: Command) => Command,
  request: RunRequest,
): Promise<RunResult> {
  if (!request.observe) return { ...(await runProcess(command, request)), strands: [mainStrand] };
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  const file = join(folder, 'records');
  try {
    const { assignStrands, readRecords } = await import('./assign.ts');
    const { env, ...rest } = observed(command);
    const result = await runProcess({ ...rest, env: { ...env, [recordsVariable]: file } }, request);
    return { ...result, ...assignStrands(result, readRecords(file)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
