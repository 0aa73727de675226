// `course list`: the table of contents, with the ids that the other commands take.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfCourse, courseWithExercise, courseWithPair } from '../small-course.ts';
import { course } from './session.ts';

test('lessons come in the order of course.yaml, each with the snippets that it names', async () => {
  expect(await course(['list'])).toEqual({
    code: 0,
    err: '',
    out: [
      'One',
      '  Taking turns                                     5 + 5 min',
      '    one/turns',
      '    one/fails',
      '  Taking turns again                               5 + 5 min',
      '    one/turns',
      '    one/fails',
      '',
      'next: npm run course -- run one/turns',
      '',
    ].join('\n'),
  });
});

test('a snippet that no lesson names is listed apart', async () => {
  const { out } = await course(['list'], copyOfCourse('unnamed-snippet'));
  expect(out).toContain('\nNamed by no lesson\n    one/spare\n');
});

test('both halves of a pair are listed, the broken one first', async () => {
  const { out } = await course(['list'], courseWithPair());
  expect(out).toContain('\n    one/total.broken\n    one/total\n');
  expect(out).not.toContain('Named by no lesson');
});

test('exercises are listed, and their solutions are not', async () => {
  const root = courseWithExercise();
  const lesson = join(root, 'lessons/one/turns.mdx');
  const text = readFileSync(lesson, 'utf8');
  writeFileSync(lesson, text.replace('id="one/turns" region="loop"', 'id="one/swapped"'));
  for (const ending of ['ts', 'py', 'order'])
    copyFileSync(join(root, `snippets/one/fails.${ending}`), join(root, `snippets/one/swapped.${ending}`));
  const { out } = await course(['list'], root);
  expect(out).toContain('    one/turns\n    one/fails\n    exercise one/swap\n  Taking turns again');
  expect(out).not.toContain('one/swapped');
  expect(JSON.parse((await course(['list', '--json'], root)).out)).toMatchObject({
    chapters: [{ lessons: [{ snippets: ['one/turns', 'one/fails'], exercises: ['one/swap'] }, { exercises: [] }] }],
    unnamed: [],
  });
});

test('problems of the content are counted, with the command that shows them', async () => {
  const { code, out } = await course(['list'], copyOfCourse('no-front-matter'));
  expect(out).toContain('1 problem: npm run course -- check\n');
  expect(code).toBe(0);
});

test('--json has every chapter with its lessons', async () => {
  const { out } = await course(['list', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    title: 'Two lessons',
    chapters: [
      { id: 'one', lessons: [{ id: 'one/turns', snippets: ['one/turns', 'one/fails'] }, { id: 'one/again' }] },
    ],
    unnamed: [],
    problems: 0,
  });
});
