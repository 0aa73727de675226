// Every broken/fixed pair of the course, found by itself: the bad line is reachable before and unreachable after.
import { expect, test } from 'vitest';
import { provePairs } from '../src/check/proof/pairs.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { pairsOf } from '../src/course/pairs.ts';
import { noCpython } from './cpython.ts';
import { realClock } from './real-clock.ts';

const root = courseRoot();
const snippets = [...openCourse(root).snippets.values()];
const pairs = pairsOf(snippets);

test('every broken program is the half of a pair', () => {
  const broken = snippets.filter(({ id }) => id.endsWith('.broken'));
  expect(pairs.map((pair) => pair.broken)).toEqual(broken);
});

test.skipIf(noCpython).for(pairs)(
  '$broken.id fails under some schedule, $fixed.id under none',
  realClock,
  async (pair) => {
    expect((await provePairs(root, [pair])).map(({ message }) => message)).toEqual([]);
  },
);
