// What a lesson must introduce so that its programs can be predicted, word for word.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scope } from '../../src/check/check.ts';
import { introduces } from '../../src/check/lessons/introduces.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse, courseWithExercise } from '../small-course.ts';

interface Texts {
  /** What the program of one/turns, which both lessons show, is in TypeScript. */
  readonly program: string;
  /** `introduces` and the question of the first lesson. */
  readonly turns: readonly [introduces: string, question: string];
  /** The same of the second, which needs the first. */
  readonly again?: readonly [introduces: string, question: string];
  /** What the second lesson needs; the first, if absent. */
  readonly needs?: string;
  /** What the course assumes. */
  readonly assumes?: string;
}

async function faults({
  program,
  turns,
  again = ['[]', ''],
  needs = '[one/turns]',
  assumes,
}: Texts): Promise<string[]> {
  const root = copyOfCourse();
  writeFileSync(join(root, 'snippets/one/turns.ts'), program);
  const write = (name: string, [list, question]: readonly [string, string], needed: string): void => {
    const file = join(root, `lessons/one/${name}.mdx`);
    const text = readFileSync(file, 'utf8')
      .replace(/^needs: .*$/m, `needs: ${needed}\nintroduces: ${list}`)
      .replace('Which line comes first?', question);
    writeFileSync(file, text);
  };
  write('turns', turns, '[]');
  write('again', again, needs);
  if (assumes !== undefined) appendFileSync(join(root, 'lessons/course.yaml'), `\nassumes: ${assumes}\n`);
  const context = scope(readCourse(root));
  return context ? [...(await introduces.run(context))].map(({ message }) => message) : ['nothing in scope'];
}

const ticks = '// Two.\nqueueMicrotask(() => {});\nsetImmediate(() => {});\n';
const both = '[queueMicrotask, setImmediate]';
const named = 'What `queueMicrotask` and `setImmediate` do.';

test('what the first lesson introduces, those that need it may use', async () => {
  expect(await faults({ program: ticks, turns: [both, named] })).toEqual([]);
});

test('a hint of an exercise is text of its lesson', async () => {
  const root = courseWithExercise();
  const program = '// One.\nqueueMicrotask(() => {});\n';
  writeFileSync(join(root, 'snippets/one/turns.ts'), program);
  const edit = (path: string, from: string, to: string): void => {
    const file = join(root, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  edit('lessons/one/turns.mdx', 'needs: []', 'needs: []\nintroduces: [queueMicrotask]');
  edit('lessons/one/turns.mdx', '<Predict id="one/turns">', '<Predict id="one/fails">');
  const messages = async (): Promise<string[]> => {
    const context = scope(readCourse(root));
    return context ? [...(await introduces.run(context))].map(({ message }) => message.split('\n')[0] ?? '') : [];
  };
  const unnamed = 'lessons/one/turns.mdx:6  introduces: the text never names "queueMicrotask"';
  expect(await messages()).toContain(unnamed);
  edit(
    'snippets/one/exercises/swap/exercise.yaml',
    'Where does the second',
    'Where does `queueMicrotask` stand? Where does the second',
  );
  expect(await messages()).not.toContain(unnamed);
});

test('a program that uses what nobody introduced is an error at its line', async () => {
  expect(
    await faults({ program: ticks, turns: ['[queueMicrotask]', named], again: ['[setImmediate]', named] }),
  ).toEqual([
    'snippets/one/turns.ts:3  "setImmediate" is introduced neither in one/turns nor in a lesson that it needs\n' +
      '  fix: explain it in lessons/one/turns.mdx and add it to its introduces; if all readers know it, add it to assumes in lessons/course.yaml',
  ]);
});

test('where an earlier lesson introduces it, that one is to be needed', async () => {
  expect(
    await faults({ program: '// One.\nsetImmediate(() => {});\n', turns: ['[setImmediate]', named], needs: '[]' }),
  ).toEqual([
    'snippets/one/turns.ts:2  "setImmediate" is introduced neither in one/again nor in a lesson that it needs\n' +
      '  fix: add one/turns, which introduces it, to the needs of lessons/one/again.mdx',
  ]);
});

test('what all readers of a course know needs no lesson', async () => {
  expect(await faults({ program: ticks, turns: ['[]', ''], assumes: both })).toEqual([]);
});

test('a misspelt or unused API is an error in the front matter', async () => {
  expect(
    await faults({
      program: ticks,
      turns: ['[queueMicrotask, setImmediate, setImediate]', `${named} \`setImediate\``],
    }),
  ).toEqual([
    'lessons/one/turns.mdx:6  introduces: no program of this lesson uses "setImediate"\n  fix: did you mean "setImmediate"?',
  ]);
});

test('what is introduced twice is an error in the later lesson', async () => {
  expect(await faults({ program: ticks, turns: [both, named], again: ['[setImmediate]', named] })).toEqual([
    'lessons/one/again.mdx:6  introduces: one/turns has introduced "setImmediate"\n  fix: delete it here',
  ]);
});

test('an API that the text never names is not explained', async () => {
  expect(await faults({ program: ticks, turns: [both, 'What `queueMicrotask` does.'] })).toEqual([
    'lessons/one/turns.mdx:6  introduces: the text never names "setImmediate"\n' +
      '  fix: explain it in the text, between backticks: `setImmediate`',
  ]);
});

test('a prediction comes after the explanation', async () => {
  const root = 'What `queueMicrotask` does.';
  const later = `${root}\n\n## Predict\n\n<Program id="one/turns" />\n\nAnd \`setImmediate\`.`;
  expect(await faults({ program: ticks, turns: [both, later] })).toEqual([
    'lessons/one/turns.mdx:15  the prediction needs "setImmediate", which the text above it does not name\n' +
      '  fix: explain `setImmediate` above <Program id="one/turns" />',
  ]);
});
