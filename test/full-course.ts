// The course of test/fixtures/courses/full: one of each thing that a page can show, so that no test needs the course itself for it.
// After a change to the engine its traces are made again as those of the course are, with COURSE_ROOT naming its folder:
// COURSE_ROOT=test/fixtures/courses/full npm run course -- record --traces
import { join } from 'node:path';
import { openCourse, requireSnippet } from '../src/course/course.ts';
import type { Language } from '../src/languages.ts';
import { readTraces } from '../src/recorded/traces.ts';
import type { TraceEvent } from '../src/trace/events.ts';

/** Its folder. Read it only. */
export const fullCourse = join(import.meta.dirname, 'fixtures', 'courses', 'full');

/** The events of the plain run of one of its programs, as they are stored. */
export function storedEvents(id: string, language: Language): readonly TraceEvent[] {
  const stored = readTraces(requireSnippet(openCourse(fullCourse), id), language);
  if (stored.state !== 'fresh') throw new Error(stored.reason);
  return stored.traces.runs[0]?.events ?? [];
}
