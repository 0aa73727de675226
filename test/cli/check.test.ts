// `course check`: one word for each check, each fault with its fix, over the course or over one id.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noCpython } from '../cpython.ts';
import { fullCourse } from '../full-course.ts';
import { copyOfCourse, goodCourse } from '../small-course.ts';
import { course } from './session.ts';

test.each([goodCourse, fullCourse])('a course in which everything holds leaves with 0 (%s)', async (root) => {
  const { code, out, err } = await course(['check', '--static'], root);
  expect(out.match(/^holds /gm)).toHaveLength(15);
  expect(out).toMatch(/\neverything holds\nnext: npm run course -- list\n$/);
  expect([code, err]).toEqual([0, '']);
});

test('a fault is printed once, and counted', async () => {
  const { code, out, err } = await course(['check', '--static'], copyOfCourse('unknown-snippet'));
  expect(err.match(/no snippet "one\/turnz"/g)).toHaveLength(1);
  expect(out).toContain('\nbroken  links ');
  expect(out).toMatch(/\n1 fault\nnext: npm run course -- check\n$/);
  expect(code).toBe(1);
});

test('with an id, only what belongs to it is checked', async () => {
  const root = copyOfCourse('unknown-snippet');
  expect((await course(['check', 'one/fails', '--static'], root)).code).toBe(1);
  expect((await course(['check', 'one/again', '--static'], root)).code).toBe(0);
});

test.skipIf(noCpython)('a program that prints something else breaks the check of the runs', async () => {
  const root = copyOfCourse();
  writeFileSync(
    join(root, 'snippets/one/fails.ts'),
    "// Prints a line.\nconsole.log('after');\nprocess.exitCode = 3;\n",
  );
  const { out } = await course(['check', 'one/fails', '--json'], root);
  const { checks } = JSON.parse(out) as { checks: { name: string; errors: { what: string }[] }[] };
  expect(checks.find(({ name }) => name === 'runs')?.errors.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^output line 1/),
  ]);
});

test('--report prints what there is in numbers', async () => {
  const { code, out } = await course(['check', '--report', '--static']);
  expect(out).toBe(
    [
      'lessons                 2',
      'snippets                2  0 of them broken, each beside its fixed one',
      'twins                   4  0 of them need what no engine runs under schedules',
      'contracts               2  5 lines; 0 rest on an assumption',
      'freedoms                0  latency 0, ties 0, cpu 0, threads 0',
      'schedules stored        8  of 4 twins',
      'complete                4  of these twins, within the bounds that their pages name',
      'distinct outputs        4  of the stored schedules, added up over the twins',
      'real runs owed          0  of 0 twins, under seeded pauses',
      '',
      'next: npm run course -- check',
      '',
    ].join('\n'),
  );
  expect(code).toBe(0);
});

test.skipIf(noCpython)('--report runs the schedules and counts the distinct outputs', async () => {
  const { out } = await course(['check', 'one/fails', '--report', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    twins: 2,
    explored: {
      schedules: 4,
      distinctOutputs: 2,
      snippets: [{ id: 'one/fails', twins: { py: { schedules: 2, outputs: 1, realRuns: 0 } } }],
    },
    measured: { twins: 2, complete: 2, schedules: 4, distinctOutputs: 2, realRuns: 0 },
  });
});

test("a reader's own program is refused, with what judges it", async () => {
  expect((await course(['check', 'my own.ts'])).err).toBe(
    '"my own.ts" is a program of your own, and check looks at what belongs to the course\n' +
      "  fix: against a contract, in every order: npm run course -- explore 'my own.ts' --order FILE\n" +
      "       as an exercise: npm run course -- exercise check <id> --file 'my own.ts'\n",
  );
});
