// Every broken/fixed pair of the course, found by itself: the bad line is reachable before and unreachable after.
import { expect, test } from 'vitest';
import { provePairs } from '../src/check/proof/pairs.ts';
import { openCourse } from '../src/course/course.ts';
import { courseRoot } from '../src/course/files.ts';
import { pairsOf } from '../src/course/pairs.ts';
import { noCpython } from './cpython.ts';

const root = courseRoot();
const pairs = pairsOf([...openCourse(root).snippets.values()]);

test.skipIf(noCpython).for(pairs)('$broken.id fails under some schedule, $fixed.id under none', async (pair) => {
  expect((await provePairs(root, [pair])).map(({ message }) => message)).toEqual([]);
});
