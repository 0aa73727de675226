// What CPython printed of the programs in test/fixtures/turns/corpus; record.ts writes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fixtures } from '../programs.ts';

export const corpus = join(fixtures, 'turns', 'corpus');
export const recordedFile = join(fixtures, 'turns', 'recorded.json');

/** By the name of the program; `end` is its exit code, or that it never ended. */
export const recordedSchema = z.record(
  z.string(),
  z.array(z.object({ stdout: z.array(z.string()), end: z.union([z.number().int(), z.literal('never')]) })),
);

export function readRecorded(): z.infer<typeof recordedSchema> {
  return recordedSchema.parse(JSON.parse(readFileSync(recordedFile, 'utf8')));
}
