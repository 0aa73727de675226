// Every way to type a command wrongly is one clear error with exit code 2, word for word.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfCourse } from '../small-course.ts';
import { course } from './session.ts';

const cases: readonly (readonly [typed: string, says: string])[] = [
  ['lst', 'unknown command "lst"\n  fix: did you mean "list"? All: npm run course -- --help'],
  ['xyzzyxyz', 'unknown command "xyzzyxyz"\n  fix: npm run course -- --help'],
  ['list --jsn', 'unknown option "--jsn"\n  fix: did you mean "--json"? All: npm run course -- list --help'],
  ['run one/turns --wach', 'unknown option "--wach"\n  fix: did you mean "--watch"? All: npm run course -- run --help'],
  ['run', '"run" needs <id-or-file>\n  fix: npm run course -- run --help'],
  ['list one two', 'too many words after "list": one two\n  fix: npm run course -- list --help'],
  ['run one/turns --engine', 'the option --engine <name> needs a value\n  fix: npm run course -- run --help'],
  ['run one/turnz', 'no snippet "one/turnz"\n  fix: did you mean "one/turns"? In this chapter: fails, turns'],
  ['check one/turnz', 'no snippet "one/turnz"\n  fix: did you mean "one/turns"? In this chapter: fails, turns'],
  ['record turns', 'no snippet "turns"\n  fix: did you mean "one/turns"? npm run course -- list'],
  [
    'run one/turns --engine nod',
    'unknown engine "nod"\n  fix: did you mean "node"? There are: node, cpython, pyodide, traced, traced-turns, cpython-virtual, cpython-turns',
  ],
  ['run one/turns --ts --time soon', '"soon" is not a time\n  fix: give seconds, at most 3600: --time 10'],
  [
    'run one/turns --raw',
    '--raw prints the output of one program, and a snippet has two\n' +
      '  fix: choose one: npm run course -- run one/turns --raw --ts',
  ],
  [
    'run one/turns --order x.order',
    '"one/turns" is a snippet, which has its own contract\n  fix: leave --order out: npm run course -- run one/turns',
  ],
  [
    'run gone.ts',
    'there is no file "gone.ts"\n' +
      '  fix: give the path of a program, or the id of a snippet: npm run course -- list',
  ],
  [
    'run notes.txt',
    '"notes.txt" is neither TypeScript nor JavaScript nor Python\n' +
      '  fix: give a file whose name ends in .ts, .js or .py, or the id of a snippet: npm run course -- list',
  ],
  ['run fine.ts --py', '"fine.ts" is no Python program\n  fix: leave --py out'],
  [
    'run ../programs',
    '"../programs" is a folder\n' +
      '  fix: name one of its programs: asks.py, asks.ts, enum.ts, fine.ts, flood.ts, forever.ts, long.ts, swapped.ts, throws.ts',
  ],
  ['run fine.ts --output much', '"much" is not a size\n  fix: give megabytes, at most 1024: --output 10'],
  [
    'run fine.ts --order gone.order',
    'there is no contract "gone.order"\n' + '  fix: write what the program should print, line by line, into gone.order',
  ],
  [
    'run fine.ts --engine cpython',
    'engine "cpython" runs Python, and this program is TypeScript\n  fix: leave --engine out, or type --engine node',
  ],
  [
    'start --port eighty',
    '"eighty" is not a port\n  fix: give a whole number from 1 to 65535: npm start -- --port 4321',
  ],
  [
    'new snipet one/more',
    '"snipet" is nothing that can be begun\n  fix: did you mean "snippet"? There are: lesson, snippet',
  ],
  [
    'new lesson One/More',
    '"One/More" is not an id: ids are chapter/name, in lower case with hyphens\n' +
      '  fix: npm run course -- new lesson one/more',
  ],
  [
    'new snippet ../etc/passwd',
    '"../etc/passwd" is not an id: ids are chapter/name, in lower case with hyphens\n' +
      '  fix: npm run course -- new snippet chapter/name',
  ],
  [
    'new snippet won/more',
    'there is no chapter "won" in lessons/course.yaml\n  fix: npm run course -- new snippet one/more',
  ],
  [
    'new snippet one/turns',
    'snippets/one/turns.ts is there already\n  fix: choose another name, or delete the file first',
  ],
];

test.each(cases)('course %s', async (typed, says) => {
  expect(await course(typed.split(' '))).toEqual({ code: 2, out: '', err: `${says}\n` });
});

test('with --json an error is JSON on stdout', async () => {
  const { code, out, err } = await course(['run', 'one/turnz', '--json']);
  const fix = 'did you mean "one/turns"? In this chapter: fails, turns';
  expect(JSON.parse(out)).toEqual({ error: { what: 'no snippet "one/turnz"', fix, kind: 'misuse' } });
  expect([code, err]).toEqual([2, '']);
});

test('a folder without a course says so', async () => {
  expect(await course(['list'], import.meta.dirname)).toEqual({
    code: 2,
    out: '',
    err:
      'lessons  there is no lessons/course.yaml, the list of chapters and lessons\n' +
      '  fix: run the command in the folder of the course, or restore the file: git checkout lessons/course.yaml\n',
  });
});

test('an unexpected error is one line and a hint, and its stack only with --debug', async () => {
  const root = copyOfCourse();
  rmSync(join(root, 'lessons', 'course.yaml'));
  mkdirSync(join(root, 'lessons', 'course.yaml'));
  const short = await course(['list'], root);
  expect(short.code).toBe(4);
  expect(short.err).toMatch(/^unexpected error: .*\n {2}fix: .* npm run course -- list --debug\n$/);
  expect((await course(['list', '--debug'], root)).err).toContain('\n    at ');
});
