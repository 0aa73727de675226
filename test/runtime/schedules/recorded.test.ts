// What a real engine printed is among what is explored: of each program of the course that runs under schedules, the recorded run is
// the usual one, or one of those that its causes give. Threads have test/runtime/turns/course.test.ts.
import { describe, expect, test } from 'vitest';
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { storedText } from '../../../src/course/printed.ts';
import { twins } from '../../../src/course/snippets.ts';
import { readStoredRecording } from '../../../src/recorded/recordings.ts';
import { contractOf, textOf } from '../../../src/recorded/verdict.ts';
import { schedulerOf } from '../../../src/runtime/engines.ts';
import { exploreAll } from '../../../src/runtime/schedules/explore.ts';
import type { Batch } from '../../../src/runtime/schedules/jobs.ts';
import { requiredBatches } from '../../../src/runtime/schedules/plan.ts';
import type { Program, Snippet } from '../../../src/course/snippets.ts';
import { fullCourse } from '../../full-course.ts';
import { noCpython } from '../../cpython.ts';
import { sample } from '../../sample.ts';

const timeout = 120_000; // ms: for one program, on a busy machine
const root = courseRoot();
const programs = [root, fullCourse].flatMap((courseFolder) =>
  [...openCourse(courseFolder).snippets.values()].flatMap((snippet) =>
    twins(snippet)
      .filter((program) => schedulerOf(program)?.role === 'virtual')
      .map((program) => ({ path: program.path, snippet, program })),
  ),
);

/** Each as one text; undefined where the engine refuses the program. */
async function outputsOf(program: Program, batches: readonly Batch[]): Promise<readonly string[] | undefined> {
  const [explored] = await exploreAll(root, [{ program, batches }]);
  if (!explored || 'refused' in explored) return undefined;
  return explored.batches.flatMap(({ outcomes }) => outcomes.map(({ stdout, exit }) => shown(program, stdout, exit)));
}

function shown(program: Program, lines: readonly string[], exit: number | null): string {
  return [...lines.map((text) => storedText(program, text)), `exit ${exit}`].join('\n');
}

function recordedOf(snippet: Snippet, program: Program): string | undefined {
  const stored = readStoredRecording(snippet, program.language);
  if (stored.state === 'missing' || !stored.recording) return undefined;
  return shown(program, textOf(stored.recording.lines, 'stdout'), stored.recording.exit);
}

test('the programs are found', () => expect(programs.length).toBeGreaterThan(50));

describe('the recorded run is explored', { timeout }, () => {
  test.each(sample(programs))('$path', async ({ snippet, program }) => {
    const recorded = recordedOf(snippet, program);
    if (recorded === undefined || (program.language === 'py' && noCpython)) return;
    const usual = await outputsOf(program, [{ cause: 'none' }]);
    if (usual === undefined || usual.includes(recorded)) return;
    expect(await outputsOf(program, requiredBatches(program, contractOf(snippet, program.language)))).toContain(
      recorded,
    );
  });
});
