// Every stored run of the course, as a reader steps it on its page. A new file is a new test.
import { expect } from 'vitest';
import { test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { severalRuns, stepEachRun } from './stored-runs.ts';

useBrowser('course');
const several = severalRuns();

test('each program with several runs stands in a lesson', () => {
  expect([...several.keys()].filter((path) => !pages().lessons.includes(path))).toEqual([]);
});

test.for([...several])('each run of a program on %s is stepped to the lines that are stored', async ([path, twins]) => {
  await stepEachRun(path, twins);
});
