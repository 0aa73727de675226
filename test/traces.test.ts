// Every stored trace of the course and of the full course, found by itself, is what this machine's engines trace now. A new file is a new test.
import { expect, test } from 'vitest';
import { outputOf } from '../src/recorded/outputs.ts';
import type { Output } from '../src/recorded/outputs.ts';
import { storedOutput } from '../src/recorded/stored-run.ts';
import { readTraces } from '../src/recorded/traces.ts';
import { makeTraces } from '../src/recorded/trace-runs.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import type { Snippet } from '../src/course/snippets.ts';
import { traceFile } from '../src/course/trace-file.ts';
import type { Language } from '../src/languages.ts';
import { findCpython } from '../src/runtime/cpython/cpython.ts';
import { outputKey } from '../src/runtime/process/output-key.ts';
import { schedulerOf } from '../src/runtime/engines.ts';
import { replayOf } from '../src/runtime/schedules/token-of.ts';
import { serializeTraces } from '../src/trace/stored.ts';
import type { StoredTraces } from '../src/trace/stored.ts';
import { noCpython } from './cpython.ts';
import { fullCourse } from './full-course.ts';

const root = courseRoot();
const snippets = [root, fullCourse].flatMap((course) => [...openCourse(course).snippets.values()]);

interface OnVirtualTime {
  readonly path: string;
  readonly snippet: Snippet;
  readonly traces: StoredTraces;
}

/** Those with schedules: what the machine's clock rules is another trace each time. */
function onVirtualTime(language: Language): OnVirtualTime[] {
  return snippets.flatMap((snippet) => {
    const stored = readTraces(snippet, language);
    if (stored.state !== 'fresh' || stored.traces.explored.length === 0) return [];
    return [{ path: traceFile(snippet, language).path, snippet, traces: stored.traces }];
  });
}

test('every twin has fresh traces', () => {
  const states = snippets.flatMap((snippet) => [readTraces(snippet, 'ts'), readTraces(snippet, 'py')]);
  expect(states.flatMap((one) => (one.state === 'fresh' ? [] : [one.reason]))).toEqual([]);
});

/** Threads have many schedules, all of which the proof of the course tries: here their stored runs are run again. */
const takesTurns = ({ snippet }: OnVirtualTime) => schedulerOf(snippet.programs.ts)?.role === 'turns';

test.for(onVirtualTime('ts').filter((one) => !takesTurns(one)))(
  '$path is, to the byte, what is traced now',
  async ({ snippet }) => {
    const again = await makeTraces(root, snippet, 'ts');
    expect(serializeTraces(again)).toBe(traceFile(snippet, 'ts').text);
  },
);

test.for(onVirtualTime('ts').filter(takesTurns))('$path prints what is printed now', async (one) => {
  for (const run of one.traces.runs) {
    const now = await printedNow(one, 'ts', run.token ?? '');
    expect(now && outputKey(storedOutput(one.snippet.programs.ts, now))).toBe(outputKey(outputOf(run)));
  }
});

/** What a program prints now in a stored run. */
async function printedNow({ snippet }: OnVirtualTime, language: Language, token: string): Promise<Output | undefined> {
  const program = snippet.programs[language];
  const { model, schedule } = replayOf(program, token);
  const start = await schedulerOf(program)?.start();
  const scheduled = await start?.(root, program, { model });
  const [run] = (await scheduled?.run([schedule])) ?? [];
  await scheduled?.stop();
  return run?.outcome;
}

test.skipIf(noCpython).for(onVirtualTime('py'))('$path prints what is printed now', async (one) => {
  const { runs, engine } = one.traces;
  const { version } = await findCpython(root, one.snippet.programs.py.needs);
  // where a program may go on is the same on the same version alone
  for (const run of version === engine.version ? runs : runs.slice(0, 1)) {
    const now = await printedNow(one, 'py', run.token ?? '');
    expect(now && outputKey(storedOutput(one.snippet.programs.py, now))).toBe(outputKey(outputOf(run)));
  }
});
