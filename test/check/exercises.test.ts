// An exercise holds as a whole, and each way in which an author can break one is one clear error, word for word.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staticChecks } from '../../src/check/all.ts';
import { scope } from '../../src/check/check.ts';
import { solvable } from '../../src/check/exercises/solvable.ts';
import { readCourse } from '../../src/course/course.ts';
import { courseWithExercise } from '../small-course.ts';

const folder = 'snippets/one/exercises/swap';

async function faultsOf(root: string, checks = staticChecks): Promise<string[]> {
  const context = scope(readCourse(root));
  if (!context) throw new Error('a whole course is always in scope');
  const found = await Promise.all(checks.map(async (check) => check.run(context)));
  return [...new Set(found.flat().map(({ message }) => message))];
}

/** A copy of the course in which one file of the exercise is another one; gone where the new text is undefined. */
function changed(file: string, change: (text: string) => string | undefined): string {
  const root = courseWithExercise();
  const path = join(root, file);
  const text = change(readFileSync(path, 'utf8'));
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  return root;
}

test('a good exercise has no fault, in its files and in its runs', async () => {
  const root = courseWithExercise();
  expect(await faultsOf(root)).toEqual([]);
  expect(await faultsOf(root, [solvable])).toEqual([]);
});

const broken: readonly {
  readonly name: string;
  readonly file: string;
  readonly change: (text: string) => string | undefined;
  readonly says: string;
}[] = [
  {
    name: 'no starter of one language',
    file: `${folder}/start.py`,
    change: () => undefined,
    says: `${folder}/exercise.yaml  the exercise "one/swap" has no start.py\n  fix: ${folder}/start.py: write it for Python: an exercise can be done in both languages`,
  },
  {
    name: 'no contract of the task',
    file: `${folder}/task.order`,
    change: () => undefined,
    says: `${folder}/exercise.yaml  the exercise "one/swap" has no task.order\n  fix: ${folder}/task.order: write what it prints, line by line`,
  },
  {
    name: 'no contract of what a wrong solution prints',
    file: `${folder}/wrong-forgets.order`,
    change: () => undefined,
    says: `${folder}/exercise.yaml  the exercise "one/swap" has no wrong-forgets.order\n  fix: ${folder}/wrong-forgets.order: write what it prints, line by line`,
  },
  {
    name: 'a sentence without its wrong solution',
    file: `${folder}/wrong-forgets.ts`,
    change: () => undefined,
    says: `${folder}/exercise.yaml  the exercise "one/swap" has no wrong-forgets.ts\n  fix: ${folder}/wrong-forgets.ts: write it in one language at least, or delete "forgets"`,
  },
  {
    name: 'a wrong solution without its sentence',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace('  forgets:', '  other:'),
    says: `${folder}/wrong-forgets.order  exercise.yaml does not say what is wrong with wrong-forgets.order\n  fix: add it to the mistakes: forgets: …`,
  },
  {
    name: 'no wrong solution at all',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace(/^mistakes:[\s\S]*/m, 'mistakes: {}\n'),
    says: `${folder}/exercise.yaml:10  mistakes: an exercise names one wrong solution at least\n  fix: give "mistakes" a value of that kind`,
  },
  {
    name: 'four hints',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace('hints:', 'hints:\n  - One hint more.\n  - And another one.'),
    says: `${folder}/exercise.yaml:8  hints: an exercise has three hints at most\n  fix: give "hints" a value of that kind`,
  },
  {
    name: 'a lesson that there is not',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace('lesson: one/turns', 'lesson: one/turn'),
    says: `${folder}/exercise.yaml  there is no lesson "one/turn"\n  fix: did you mean "one/turns"?`,
  },
  {
    name: 'a lesson that does not show it',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace('lesson: one/turns', 'lesson: one/again'),
    says: `${folder}/exercise.yaml  no lesson shows the exercise "one/swap"\n  fix: write <Exercise id="one/swap" /> below "## Exercise" in lessons/one/again.mdx`,
  },
  {
    name: 'a lesson that names one that is not there',
    file: 'lessons/one/again.mdx',
    change: (text) => text.replace('## Exercise\n', '## Exercise\n\n<Exercise id="one/swop" />\n'),
    says: 'lessons/one/again.mdx:50  no exercise "one/swop"\n  fix: did you mean "one/swap"? All: npm run course -- exercise list',
  },
  {
    name: 'a solution that is no snippet',
    file: `${folder}/exercise.yaml`,
    change: (text) => text.replace('hints:', 'solution: one/swapped\nhints:'),
    says: `${folder}/solution.py  solution.py is no file of an exercise\n  fix: delete it, or call it wrong-<name>`,
  },
  {
    name: 'a program that imports what not everybody has',
    file: `${folder}/wrong-forgets.ts`,
    change: (text) => text.replace('node:timers/promises', 'timers'),
    says: `${folder}/wrong-forgets.ts:2  "timers" is not there for every reader\n  fix: import from "node:…" or from a file beside it`,
  },
  {
    name: 'a contract that cannot be read',
    file: `${folder}/task.order`,
    change: (text) => text.replace('~ any order', '~ any ordr'),
    says: `${folder}/task.order:3  unknown mark "~ any ordr by latency: two waits; nothing says which is over first"\n  fix: did you mean "~ any order by CAUSE: reason"? If the program prints this line, write "~~ any ordr by latency: two waits; nothing says which is over first"`,
  },
];

test.each(broken)('$name is one error with its fix', async ({ file, change, says }) => {
  expect(await faultsOf(changed(file, change))).toContain(says);
});

const untrue: readonly (typeof broken)[number][] = [
  {
    name: 'a starter that is a solution',
    file: `${folder}/start.ts`,
    change: () => readFileSync(join(courseWithExercise(), folder, 'solution.ts'), 'utf8'),
    says: `${folder}/start.ts  the starter meets the task in all that was tried (cpu: 1 output, complete (2 schedules; cpu: any stalls); latency: 2 outputs, complete (2 schedules; latency: any order of outside waits))\n  fix: let it be wrong, or let ${folder}/task.order forbid what it prints`,
  },
  {
    name: 'a starter that is red for another reason',
    file: `${folder}/start.ts`,
    change: (text) => text.replace("await job('b');", ''),
    says: `${folder}/start.ts  the starter is refused, but not with its sentence: ${folder}/start.order does not take what it prints\n  fix: write what it prints into ${folder}/start.order:\n       a: starts\n       a: ends\n       main: ends`,
  },
  {
    name: 'a wrong solution that does what the starter does',
    file: `${folder}/wrong-forgets.ts`,
    change: (text) => text.replaceAll('void job', 'await job'),
    says: `${folder}/wrong-forgets.ts  TypeScript: what this wrong solution prints is told as "start"\n  fix: let ${folder}/wrong-forgets.order and that of "start" not take the same output, or move its line up in ${folder}/exercise.yaml`,
  },
  {
    name: 'a solution that does not solve it',
    file: `${folder}/solution.ts`,
    change: (text) => text.replace('await Promise', 'void Promise'),
    says: `${folder}/solution.ts  the solution is refused: output lines 3 and 5 are swapped: the contract has "b: ends" (contract line 5) before "main: ends" (contract line 6)\n  fix: correct it, or ${folder}/task.order`,
  },
  {
    name: 'a freedom of the task that the solution does not have',
    file: `${folder}/task.order`,
    change: (text) =>
      text.replace('a: starts\nb: starts\n', '~ any order by latency: who is first\n    a: starts\n    b: starts\n'),
    says: `${folder}/task.order:1  TypeScript: contract line 1: this block is claimed free by latency, but in 2 schedules no two of its lines ever swapped\n  fix: claim the order that it has, or see how often: npm run course -- explore ${folder}/solution.ts --order ${folder}/task.order --cause latency`,
  },
];

test.each(untrue)('$name is found by running it', async ({ file, change, says }) => {
  expect((await faultsOf(changed(file, change), [solvable])).join('\n\n')).toContain(says);
});
