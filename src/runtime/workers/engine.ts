// The traced engine with Workers that take turns as an engine of the course: the usual run, in which a thread goes on until it must wait.
import { readFileSync } from 'node:fs';
import { usualSchedule } from '../../explore/schedule.ts';
import type { Need } from '../../languages.ts';
import type { Engine, RunRequest, RunResult } from '../engine.ts';
import { resultOf } from '../result-of-trace.ts';
import { findTraced } from '../traced/host.ts';
import { traceOnTracedTurns } from './trace.ts';

export function findTracedTurns(): Engine {
  const run = async ({ file, signal, onLine }: RunRequest): Promise<RunResult> => {
    const program = { language: 'ts', file, path: file, needs: ['threads'], text: readFileSync(file, 'utf8') } as const;
    const request = { model: 'usual', schedule: usualSchedule, ...(signal && { signal }) } as const;
    const traced = await traceOnTracedTurns('', program, request);
    if ('refused' in traced) throw traced.refused;
    const result = resultOf(traced.events);
    for (const line of result.lines) onLine?.(line);
    return result;
  };
  return { ...findTraced(), name: 'traced-turns', provides: new Set<Need>(['threads']), run };
}
