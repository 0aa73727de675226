// The course as data: order, ids, moved addresses, and what can still be read when something is wrong.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCourse, readCourse, requireSnippet } from '../../src/course/course.ts';
import { CourseError } from '../../src/error.ts';
import { copyOfCourse, goodCourse } from '../small-course.ts';

function problems(root: string): string[] {
  return readCourse(root).problems.map(({ message }) => message);
}

function editList(root: string, from: string, to: string): void {
  const file = join(root, 'lessons/course.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test('lessons come in the order of course.yaml, chapter by chapter', () => {
  const { chapters, lessons } = readCourse(goodCourse);
  expect(lessons.map(({ id }) => id)).toEqual(['one/turns', 'one/again']);
  expect(chapters.map(({ id, lessons: own }) => [id, own.length])).toEqual([['one', 2]]);
});

test('both twins share a contract unless Python has its own', () => {
  const { contracts } = requireSnippet(readCourse(goodCourse), 'one/turns');
  expect(contracts.py).toBe(contracts.ts);
  const own = requireSnippet(readCourse(copyOfCourse('no-reason')), 'one/turns').contracts;
  expect(own.py.path).toBe('snippets/one/turns.py.order');
});

test('a snippet with a fault is left out, and the rest can be read', () => {
  const { snippets, problems: found } = readCourse(copyOfCourse('unknown-need'));
  expect([...snippets.keys()]).toEqual(['one/fails']);
  expect(found).toHaveLength(1);
});

test('asking for a snippet with a fault gives that fault', () => {
  const course = readCourse(copyOfCourse('unknown-need'));
  expect(() => requireSnippet(course, 'one/turns')).toThrow('unknown need "thread"');
});

test('an unknown id is misuse where it was typed, and a fault of the course where it was written', () => {
  const course = readCourse(goodCourse);
  const kinds = [undefined, { file: 'x.mdx', line: 3 }].map((where) => {
    try {
      return requireSnippet(course, 'one/nothing', where);
    } catch (error) {
      return error instanceof CourseError && error.kind;
    }
  });
  expect(kinds).toEqual(['misuse', 'course']);
});

test('a course that is opened throws its first problem', () => {
  expect(() => openCourse(copyOfCourse('lesson-not-listed'))).toThrow('is not listed');
  expect(openCourse(goodCourse).problems).toEqual([]);
});

test('a moved lesson must lead to a lesson', () => {
  const root = copyOfCourse();
  editList(root, 'one/old: one/again', 'one/old: one/gone');
  expect(problems(root)).toEqual([
    'lessons/course.yaml  moved: "one/old" leads to "one/gone", which is no lesson\n' +
      '  fix: lead it to a lesson that exists, or delete the line',
  ]);
});

test('a lesson that is still there cannot have moved', () => {
  const root = copyOfCourse();
  editList(root, 'one/old: one/again', 'one/turns: one/again');
  expect(problems(root)).toEqual([
    'lessons/course.yaml  moved: "one/turns" is still a lesson, so it cannot lead elsewhere\n' +
      '  fix: lead it to a lesson that exists, or delete the line',
  ]);
});

test('a lesson that is listed twice is named', () => {
  const root = copyOfCourse();
  editList(root, '      - again\n', '      - again\n      - turns\n');
  expect(problems(root)).toEqual([
    'lessons/course.yaml  lesson "one/turns" is listed twice\n  fix: delete one of the two "turns" below "one"',
  ]);
});

test.each([
  ['py', 'snippet "one/turns" has no Python twin', 'write the Python twin snippets/one/turns.py, or delete its files'],
  [
    'order',
    'snippet "one/turns" has no contract',
    'write what it prints, line by line, into snippets/one/turns.order (CONTRIBUTING.md, "The order contract")',
  ],
])('a snippet without its .%s is an orphan', (kind, what, fix) => {
  const root = copyOfCourse();
  rmSync(join(root, `snippets/one/turns.${kind}`));
  expect(problems(root)).toEqual([expect.stringContaining(`  ${what}\n  fix: ${fix}`)]);
});

test('Windows line ends and a byte-order mark change nothing', () => {
  const root = copyOfCourse();
  const file = join(root, 'snippets/one/turns.order');
  writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
  expect(requireSnippet(readCourse(root), 'one/turns').contracts.ts.text).toBe('one\ntwo\nthree\n');
});
