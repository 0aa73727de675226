// Runs one program of threads under schedules, for the tests.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Run } from '../../../src/explore/decision.ts';
import type { Schedule } from '../../../src/explore/schedule.ts';
import type { ThreadOutcome } from '../../../src/runtime/turns/answers.ts';
import { ThreadProgram } from '../../../src/runtime/turns/threads.ts';
import type { ThreadRequest } from '../../../src/runtime/turns/threads.ts';
import { temporaryFolder } from '../fake-python.ts';
import { root } from '../programs.ts';

export const usual: Schedule = { deviations: [] };

/** Writes programs, one after another, into a folder that is there as long as the tests of a file run. */
export function programs(): (text: string) => string {
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (text) => {
    const file = join(folder, 'program.py');
    writeFileSync(file, text);
    return file;
  };
}

export async function run(
  file: string,
  schedules: readonly Schedule[] = [usual],
  request: Partial<ThreadRequest> = {},
): Promise<Run<ThreadOutcome>[]> {
  const program = await ThreadProgram.start(root, { file, path: file }, { model: 'any', ...request });
  try {
    return await program.run(schedules);
  } finally {
    await program.stop();
  }
}

export const texts = (ran: Run<ThreadOutcome> | undefined, stream = 'stdout'): string[] =>
  (ran?.outcome.lines ?? []).filter((line) => line.stream === stream).map(({ text }) => text);
