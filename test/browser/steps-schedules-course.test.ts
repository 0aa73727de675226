// Stored runs of the course, as a reader steps them on their page: those of each third lesson, of all in a sweep.
import { expect } from 'vitest';
import { test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { severalRuns, stepEachRun } from './stored-runs.ts';
import { sample } from '../sample.ts';

useBrowser('course');
const several = severalRuns();

test('each program with several runs stands in a lesson', () => {
  expect([...several.keys()].filter((path) => !pages().lessons.includes(path))).toEqual([]);
});

test.for(sample([...several]))(
  'each run of a program on %s is stepped to the lines that are stored',
  async ([path, twins]) => {
    await stepEachRun(path, twins);
  },
);
