// Each way in which an author can break a course is one clear error, with the fix, word for word.
import { expect, test } from 'vitest';
import { staticChecks } from '../../src/check/all.ts';
import { scope } from '../../src/check/check.ts';
import { readCourse } from '../../src/course/course.ts';
import { copyOfCourse, goodCourse } from '../small-course.ts';

async function faults(root: string): Promise<string[]> {
  const context = scope(readCourse(root));
  if (!context) throw new Error('a whole course is always in scope');
  const found = await Promise.all(staticChecks.map(async (check) => check.run(context)));
  return [...new Set(found.flat().map(({ message }) => message))];
}

test('the good course has no fault', async () => {
  expect(await faults(goodCourse)).toEqual([]);
});

const cases: readonly { readonly name: string; readonly folder: string; readonly says: string }[] = [
  {
    name: 'an id that is no id',
    folder: 'bad-id',
    says: 'snippets/one/My_turns.order  "one/My_turns" is not an id: ids are chapter/name, in lower case with hyphens\n  fix: rename it to "one/my-turns"',
  },
  {
    name: 'a mark that does not exist',
    folder: 'contract-syntax',
    says: 'snippets/one/turns.order:1  unknown mark "~ any ordr by latency: a network"\n  fix: did you mean "~ any order by CAUSE: reason"? If the program prints this line, write "~~ any ordr by latency: a network"',
  },
  {
    name: 'two files with one id',
    folder: 'duplicate-id',
    says: 'lessons/one/turns.mdx  the id "one/turns" is taken: lessons/one/turns.md has it too\n  fix: rename or delete one of the two files',
  },
  {
    name: 'code that nothing runs',
    folder: 'fenced-code',
    says: 'lessons/one/turns.mdx:26  a lesson holds no ts code of its own: nothing would run it\n  fix: make it a snippet: npm run course -- new snippet chapter/name',
  },
  {
    name: 'a statement in a block of no language',
    folder: 'printed-code',
    says: 'lessons/one/turns.mdx:30  "print(" in a block of a lesson is code of its own: nothing would run it\n  fix: make it a snippet: npm run course -- new snippet chapter/name',
  },
  {
    name: 'a program that a lesson places twice',
    folder: 'placed-twice',
    says: 'lessons/one/turns.mdx:46  this lesson places "one/turns" twice\n  fix: delete it: the one in line 16 has every view of the program',
  },
  {
    name: 'a freedom that nobody explains',
    folder: 'unexplained-freedom',
    says: 'snippets/one/turns.order:2  "~ any order by latency" does not say why the order is free\n  fix: add the reason in words: "~ any order by latency: reason"',
  },
  {
    name: 'a heading that does not belong there',
    folder: 'heading-order',
    says: 'lessons/one/turns.mdx:24  the heading "## Running" stands where "## Why this order" belongs\n  fix: the headings are, in order: Predict, Why this order, TypeScript and Python, Change it, The pitfall, Exercise, Remember',
  },
  {
    name: 'a change without its answer',
    folder: 'change-without-answer',
    says: 'lessons/one/turns.mdx:34  "## Change it" has no <Answer>\n  fix: write <Answer> … </Answer> below it',
  },
  {
    name: 'a lesson that needs a later one',
    folder: 'lesson-needs-later',
    says: 'lessons/one/turns.mdx:5  needs: "one/again" comes after this lesson\n  fix: delete it here, or move one of the two lessons in lessons/course.yaml',
  },
  {
    name: 'a lesson that needs what is not there',
    folder: 'lesson-needs-unknown',
    says: 'lessons/one/again.mdx:5  needs: there is no lesson "one/turn"\n  fix: did you mean "one/turns"?',
  },
  {
    name: 'a lesson that is not listed',
    folder: 'lesson-not-listed',
    says: 'lessons/one/third.mdx  lesson "one/third" is not listed in lessons/course.yaml, so nobody can reach it\n  fix: add "- third" to the lessons of the chapter "one" in lessons/course.yaml',
  },
  {
    name: 'a listed lesson that is not there',
    folder: 'listed-lesson-missing',
    says: 'lessons/course.yaml  course.yaml lists the lesson "one/third", but lessons/one/third.mdx is not there\n  fix: npm run course -- new lesson one/third',
  },
  {
    name: 'a lesson without front matter',
    folder: 'no-front-matter',
    says: 'lessons/one/turns.mdx:1  this lesson has no front matter\n  fix: start the file with\n       ---\n       title: …\n       description: …\n       minutes: { teach: 10, exercise: 10 }\n       objectives: [ … ]\n       ---',
  },
  {
    name: 'an exercise without a hint',
    folder: 'no-hint',
    says: 'lessons/one/turns.mdx:48  "## Exercise" has no <Hint>\n  fix: write <Hint> … </Hint> below it',
  },
  {
    name: "a contract of Python's own without a reason",
    folder: 'no-reason',
    says: "snippets/one/turns.py.order:1  a contract of Python's own must say why Python differs\n  fix: begin it with the line\n       ~ differs because: …",
  },
  {
    name: 'a lesson that names no snippet',
    folder: 'no-snippet',
    says: 'lessons/one/again.mdx:9  this lesson names no snippet\n  fix: npm run course -- new snippet one/again, then write <Program id="one/again" /> below "## Predict"',
  },
  {
    name: 'a contract without programs',
    folder: 'orphan-contract',
    says: 'snippets/one/lost.order  snippet "one/lost" has no TypeScript twin\n  fix: write the TypeScript twin snippets/one/lost.ts, or delete its files',
  },
  {
    name: 'a program that changed after it was recorded',
    folder: 'stale-recording',
    says: 'snippets/one/recorded/turns.py.json  this recording is out of date: snippets/one/turns.py has changed since\n  fix: npm run course -- record one/turns',
  },
  {
    name: 'a program with an unknown need',
    folder: 'unknown-need',
    says: 'snippets/one/turns.ts:2  unknown need "thread"\n  fix: write one of threads, processes, gevent, ray; did you mean "threads"?',
  },
  {
    name: 'a snippet that is not there',
    folder: 'unknown-snippet',
    says: 'lessons/one/turns.mdx:24  no snippet "one/turnz"\n  fix: did you mean "one/turns"? In this chapter: fails, turns',
  },
  {
    name: 'front matter of the wrong kind',
    folder: 'wrong-front-matter',
    says: 'lessons/one/turns.mdx:4  minutes.teach: Invalid input: expected number, received string\n  fix: give "minutes.teach" a value of that kind',
  },
];

test.each(cases)('$name is one error with its fix', async ({ folder, says }) => {
  expect(await faults(copyOfCourse(folder))).toEqual([says]);
});

test('a lesson without proof is an error', async () => {
  expect(await faults(copyOfCourse('nothing-proven'))).toContain(
    'lessons/one/again.mdx:16  this lesson proves nothing: a program that prints no line would meet every contract that it shows\n' +
      '  fix: write what it must print into snippets/one/quiet.order',
  );
});

test('a region that is not there is an error for each twin', async () => {
  const fix = '\n  fix: did you mean "loop"? It has: loop';
  expect(await faults(copyOfCourse('unknown-region'))).toEqual([
    `lessons/one/turns.mdx:60  snippets/one/turns.ts has no region "lop"${fix}`,
    `lessons/one/turns.mdx:60  snippets/one/turns.py has no region "lop"${fix}`,
  ]);
});

test('a snippet that no lesson names is an error, and it has no recordings yet', async () => {
  const record = '\n  fix: npm run course -- record one/spare';
  expect(await faults(copyOfCourse('unnamed-snippet'))).toEqual([
    'snippets/one/spare.order  no lesson names the snippet "one/spare"\n' +
      '  fix: write <Program id="one/spare" /> in a lesson of the chapter "one", or delete its files',
    `snippets/one/recorded/spare.ts.json  this recording is not there${record}`,
    `snippets/one/recorded/spare.py.json  this recording is not there${record}`,
  ]);
});
