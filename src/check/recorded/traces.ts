// Check: each twin has stored traces, made from the very program and contract beside it, and what the plain run prints
// there is what was recorded.
import type { Course } from '../../course/course.ts';
import type { Snippet } from '../../course/snippets.ts';
import { traceFile } from '../../course/trace-file.ts';
import { attempt, CourseError } from '../../error.ts';
import { languages } from '../../languages.ts';
import type { Language } from '../../languages.ts';
import { checkRun } from '../../order/index.ts';
import { outputKey } from '../../runtime/process/output-key.ts';
import type { Recording } from '../../trace/recording.ts';
import type { StoredTraces } from '../../trace/stored.ts';
import type { Check } from '../check.ts';
import { readStoredRecording } from '../../recorded/recordings.ts';
import { orphans } from './orphans.ts';
import { outputOf } from '../../recorded/outputs.ts';
import { readTraces } from '../../recorded/traces.ts';
import { contractOf, textOf } from '../../recorded/verdict.ts';

export const traces: Check = {
  name: 'traces',
  title: 'every trace is there, is fresh and prints what was recorded',
  run: ({ course, snippets, whole }) => [
    ...snippets.flatMap((snippet) => languages.flatMap((language) => faults(snippet, language))),
    ...(whole ? withoutSnippet(course) : []),
  ],
};

/** Where the recording itself is not there or out of date, the check of the recordings says so, with the same command. */
function faults(snippet: Snippet, language: Language): CourseError[] {
  const recorded = readStoredRecording(snippet, language);
  if (recorded.state !== 'fresh') return [];
  const where = { file: traceFile(snippet, language).path };
  const fix = `npm run course -- record ${snippet.id}`;
  const stored = readTraces(snippet, language);
  switch (stored.state) {
    case 'missing':
      return [new CourseError({ what: 'these traces are not there', where, fix })];
    case 'stale':
      return [new CourseError({ what: `these traces are out of date: ${stored.reason}`, where, fix })];
    case 'fresh':
      return differs(snippet, stored.traces, recorded.recording).map(
        (what) => new CourseError({ what, where, fix: `${fix} --traces` }),
      );
  }
}

/** The plain run may print otherwise than the recorded one only where the contract leaves that open. */
function differs(snippet: Snippet, { language, runs }: StoredTraces, { lines, exit }: Recording): string[] {
  const [plain] = runs;
  const contract = attempt(() => contractOf(snippet, language));
  if (!plain || 'error' in contract) return []; // the check of the contracts says so
  const printed = outputOf(plain);
  const recorded = { stdout: textOf(lines, 'stdout'), stderr: textOf(lines, 'stderr'), exit };
  if (outputKey(printed) === outputKey(recorded)) return [];
  const [fault] = checkRun(contract.value, printed);
  return fault ? [`the traced run does not print what was recorded: ${fault.message}`] : [];
}

function withoutSnippet(course: Course): CourseError[] {
  const snippets = [...course.snippets.values()];
  const known = new Set(snippets.flatMap((one) => languages.map((language) => traceFile(one, language).path)));
  return orphans(course, '*.trace.json', known).map((file) => {
    const what = 'these traces belong to no snippet';
    return new CourseError({ what, where: { file }, fix: `delete them: git rm ${file}` });
  });
}
