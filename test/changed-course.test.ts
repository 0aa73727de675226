// An instructor may drop any chapters, change the title and add a lesson, and no test falls: what looks at a course finds
// its lessons and programs by reading it. `test/architecture.test.ts` holds that no test names one.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { templateProse } from '../src/check/lessons/template.ts';
import { readCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { chaptersFrom, dropChapters } from './changed-course.ts';
import { course } from './cli/session.ts';
import { noCpython } from './cpython.ts';

const home = join(import.meta.dirname, '..');
const root = courseRoot();

/** The tests that go over all of a course and run no program on the real clock. */
const contentBound = [
  'test/mutation.test.ts',
  'test/trace/glossary.test.ts',
  'test/trace/stored-course.test.ts',
  'test/trace/compare/course.test.ts',
  'test/components/',
];

/** A copy of the course with its Python environment, gone when the test ends. */
function copyOfRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'changed-course-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['lessons', 'snippets']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const python = join(root, '.venv');
  if (existsSync(python)) symlinkSync(python, join(folder, '.venv'), 'junction');
  return folder;
}

/** What vitest says of the content-bound tests over the course below `folder`. */
async function outcomeOf(folder: string): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^COURSE_/.test(name));
  const env = { ...Object.fromEntries(own), COURSE_ROOT: folder, SITE_CACHE: join(folder, '.cache', 'site') };
  const words = ['run', '--project', 'course', '--project', 'programs', '--reporter', 'dot', ...contentBound];
  const vitest = join(home, 'node_modules', 'vitest', 'vitest.mjs');
  return promisify(execFile)(process.execPath, [vitest, ...words], { cwd: home, env }).then(
    () => 'passed',
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
  );
}

const rotations = [0, 2, 4].map((first) => {
  const dropped = chaptersFrom(root, first, 3);
  return { names: dropped.join(', '), dropped };
});

/** The course without `dropped`, with another title and a lesson of its own that the commands have made. */
async function changedCourse(dropped: readonly string[]): Promise<string> {
  const folder = copyOfRoot();
  dropChapters(folder, dropped, 'A course of my own');
  const chapter = readCourse(folder).chapters[0]?.id;
  for (const words of ['new lesson', 'new snippet', 'record']) {
    const line = [...words.split(' '), `${chapter}/a-lesson-of-my-own`];
    expect(await course(line, folder)).toMatchObject({ code: 0, err: '' });
  }
  writeAnew(join(folder, 'lessons', `${chapter}/a-lesson-of-my-own.mdx`));
  return folder;
}

/** What an author does with the sentences of the template. */
function writeAnew(lesson: string): void {
  const text = Object.values(templateProse).reduce(
    (written, prose) => written.replaceAll(prose, prose.replace(/\.$/, ', in words of my own.')),
    readFileSync(lesson, 'utf8'),
  );
  writeFileSync(lesson, text);
}

describe.skipIf(noCpython)('with another title and a lesson of its own', { timeout: 300_000 }, () => {
  test.for(rotations)('a course without $names holds in every check', async ({ dropped }) => {
    const folder = await changedCourse(dropped);
    expect(await course(['check', '--static'], folder)).toMatchObject({ code: 0, err: '' });
  });

  test.for(rotations.slice(0, 1))('a course without $names passes the tests that read it', async ({ dropped }) => {
    expect(await outcomeOf(await changedCourse(dropped))).toBe('passed');
  });
});
