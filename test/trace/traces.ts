// The detailed trace of each TypeScript program of the course, of the full course and of the corpus, with what its run printed.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { CourseError } from '../../src/error.ts';
import { compile } from '../../src/runtime/traced/compile/compile.ts';
import type { Program } from '../../src/runtime/traced/program.ts';
import { compileFile } from '../../src/runtime/traced/host.ts';
import { runInRealm } from '../../src/runtime/realm/realm.ts';
import type { TracedRun } from '../../src/runtime/traced/run.ts';
import type { TraceEvent } from '../../src/trace/events.ts';
import { recorder } from '../../src/trace/recorder.ts';

const root = join(import.meta.dirname, '../..');

/** Paths from the root of the project, of all programs that the traced engine does not refuse. */
export const programs = globSync(['{,test/fixtures/courses/full/}snippets/*/*.ts', 'test/fixtures/corpus/ts/*.ts'], {
  cwd: root,
})
  .filter((path) => !isRefused(path))
  .sort();

function isRefused(path: string): boolean {
  try {
    traceOf(path);
    return false;
  } catch (error) {
    if (error instanceof CourseError) return true;
    throw error;
  }
}

export interface Traced {
  readonly events: readonly TraceEvent[];
  readonly lines: TracedRun['lines'];
}

function trace(program: Program): Traced {
  const { tracer, events } = recorder({ detail: true });
  const { lines } = runInRealm(program, { tracer });
  return { events, lines };
}

export function traceOf(path: string): Traced {
  return trace(compileFile(join(root, path)));
}

export function traceOfText(source: string): readonly TraceEvent[] {
  return trace(compile(source, { file: 'program.ts', url: 'file:///program.ts' })).events;
}
