// What a page says about the broken half of a pair: under which schedule it fails, and what the fixed one never does.
import { expect, test } from 'vitest';
import { brokenView } from '../../src/components/view/broken-view.ts';
import type { BrokenView } from '../../src/components/view/broken-view.ts';
import { openCourse } from '../../src/course/course.ts';
import { pairOf } from '../../src/course/pairs.ts';
import type { Language } from '../../src/languages.ts';
import { fullCourse } from '../full-course.ts';

const { snippets } = openCourse(fullCourse);

function viewOf(id: string, language: Language = 'py'): BrokenView | undefined {
  const pair = pairOf(snippets, id);
  return pair && brokenView(pair, language);
}

test('a schedule is told by where it leaves the usual run, and its token replays it', () => {
  const view = viewOf('many/till');
  expect(view?.caption).toMatch(/^Broken: if .+ ends before .+, it prints$/);
  expect(view?.replay).toMatch(/^npm run course -- run many\/till\.broken --py --schedule cpython-virtual\.latency\./);
  expect(view?.why).toBe(
    'The fixed program prints this line under no schedule (latency: a wait for the outside world may take longer).',
  );
});

test('of real runs it says how many the fixed program was tried in', () => {
  const view = viewOf('shared/counter', 'ts');
  expect(view?.caption).toMatch(/^Broken: under the pauses of seed \d+ it prints$/);
  expect(view?.lines.filter(({ bad }) => bad).map(({ text }) => text)).toEqual(['total: 1']);
  expect(view?.why).toBe(
    'The fixed program prints this line in none of 20 real runs under seeded pauses (threads: the operating system decides which thread runs).',
  );
  expect(view?.replay).toMatch(/^npm run course -- explore .*\.broken --ts --real --seed \d+ --runs 1$/);
});

test('several bad lines are these lines', () => {
  expect(viewOf('shared/two-locks', 'ts')?.why).toContain(
    'The fixed program prints these lines in none of 20 real runs',
  );
});

test('a deadlock stands in words below the last printed line', () => {
  const view = viewOf('shared/stuck');
  expect(view?.lines.at(-1)).toEqual({ text: 'deadlock: nothing can wake it', bad: true });
  expect(view?.why).toMatch(/^The fixed program gets stuck under no schedule \(latency: /);
});
