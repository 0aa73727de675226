// `course record` for the traces of one twin: explores its schedules and stores a run of each distinct output.
import { makeTraces } from '../../recorded/trace-runs.ts';
import { readTraces } from '../../recorded/traces.ts';
import type { Program, Snippet } from '../../course/snippets.ts';
import { traceFile } from '../../course/trace-file.ts';
import type { CourseError } from '../../error.ts';
import { serializeTraces } from '../../trace/stored.ts';
import type { StoredTraces } from '../../trace/stored.ts';
import type { Task } from './task.ts';
import { replaceFile } from '../../runtime/process/replace-file.ts';

/** The task that writes the traces of one twin. */
export function traceTask(root: string, snippet: Snippet, { language }: Program): Task {
  const { path, file } = traceFile(snippet, language);
  return {
    path,
    fresh: () => readTraces(snippet, language).state === 'fresh',
    write: async (signal): Promise<string | readonly CourseError[]> => {
      const traces = await makeTraces(root, snippet, language, { signal });
      if (signal.aborted) return [];
      replaceFile(file, serializeTraces(traces));
      return words(traces);
    },
  };
}

function words({ runs, explored, engine }: StoredTraces): string {
  const schedules = explored.reduce((sum, { coverage }) => sum + coverage.schedules, 0);
  const traced = runs.length === 1 ? '1 run traced' : `${runs.length} runs traced`;
  const among = schedules === 0 ? '' : ` among ${schedules} schedules`;
  return `(${traced}${among} on ${engine.name} ${engine.version})`;
}
