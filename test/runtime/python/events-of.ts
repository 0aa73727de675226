// The events of a program of test/fixtures/trace-python, in its plain run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from '../../../src/course/files.ts';
import type { Need } from '../../../src/languages.ts';
import { traceProgram } from '../../../src/runtime/trace-program.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';

const root = courseRoot();
const folder = join(root, 'test', 'fixtures', 'trace-python');

export async function eventsOf(path: string, ...needs: readonly Need[]): Promise<readonly TraceEvent[]> {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const { events } = await traceProgram(root, { language: 'py', file, path, text, needs });
  return events;
}
