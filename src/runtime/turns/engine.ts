// CPython with threads that take turns as an engine of the course: the usual run, in which a thread goes on until it must wait.
import { readFileSync } from 'node:fs';
import { usualSchedule } from '../../explore/schedule.ts';
import type { Need } from '../../languages.ts';
import { locateCpython } from '../cpython/cpython.ts';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { resultOf } from '../result-of-trace.ts';
import { traceOnTurns } from './trace.ts';

/** Throws a CourseError (`missing`) without a CPython. */
export async function findTurns(root: string, needs: readonly Need[]): Promise<Engine> {
  const { engine } = await locateCpython(root, []);
  const { version } = engine;
  const run = async ({ file, signal, onLine }: RunRequest): Promise<RunResult> => {
    const program = { language: 'py', file, path: file, needs, text: readFileSync(file, 'utf8') } as const;
    const traced = await traceOnTurns(root, program, {
      model: 'usual',
      schedule: usualSchedule,
      ...(signal && { signal }),
    });
    if ('refused' in traced) throw traced.refused;
    const result = resultOf(traced.events);
    for (const line of result.lines) onLine?.(line);
    return result;
  };
  return { name: 'cpython-turns', version, language: 'py', provides: new Set<Need>(['threads']), packages: {}, run };
}
