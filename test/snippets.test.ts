// Every program of the course, found by itself and run as a reader runs it, meets its contract. A new file is a new test.
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { contractOf, verifyRun } from '../src/recorded/verdict.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { twins } from '../src/course/snippets.ts';
import type { Program } from '../src/course/snippets.ts';
import { CourseError } from '../src/error.ts';
import { engineFor } from '../src/runtime/choose-engine.ts';
import type { Engine } from '../src/runtime/engine.ts';
import { realClock } from './real-clock.ts';

const root = courseRoot();
const jobs = [...openCourse(root).snippets.values()].flatMap((snippet) =>
  twins(snippet).map((program) => ({ path: program.path, snippet, program })),
);
const ran = { real: 0, standIn: 0, not: 0 };

/** The engine of a program. Without the real one a stand-in will do, and without any the test is skipped; not so in CI. */
async function engineOf(program: Program, context: TestContext): Promise<Engine> {
  try {
    const { engine, standIn } = await engineFor(root, program);
    if (standIn === undefined) ran.real += 1;
    else if (process.env['CI']) throw new Error(`${program.path}: ${standIn}`);
    else {
      ran.standIn += 1;
      console.warn(`${program.path}: ${standIn}`);
    }
    return engine;
  } catch (error) {
    if (!(error instanceof CourseError) || error.kind !== 'missing' || process.env['CI']) throw error;
    ran.not += 1;
    return context.skip(`${program.path} was not run: ${error.message}`);
  }
}

describe('meets its contract', () => {
  test.concurrent.for(jobs)('$path', realClock, async ({ snippet, program }, context) => {
    const engine = await engineOf(program, context);
    const run = await engine.run({ file: program.file, signal: context.signal });
    const faults = verifyRun(contractOf(snippet, program.language), run);
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});

test('every program ran, or its test says why not', () => {
  console.info(
    `${ran.real} of ${jobs.length} programs ran on their real engine, ${ran.standIn} on a stand-in, ${ran.not} not`,
  );
  expect(ran.real + ran.standIn + ran.not).toBe(jobs.length);
  expect(jobs.length).toBeGreaterThan(0);
});
