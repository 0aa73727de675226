// Schedules on the page: each stored run can be chosen and stepped to its end; the failing one of a pair is one click away.
import { expect } from 'vitest';
import { languages } from '../../src/languages.ts';
import { closePage, test, useBrowser } from './browser.ts';
import { openSteps, pair, printedSoFar } from './steps-page.ts';
import { severalRuns, stepEachRun } from './stored-runs.ts';

useBrowser('full');
const several = severalRuns();

test('some programs have several runs, in both languages', () => {
  const found = [...several.values()].flat();
  expect(new Set(found.map(({ language }) => language))).toEqual(new Set(languages));
});

test.for([...several])('each run of a program on %s is stepped to the lines that are stored', async ([path, twins]) => {
  await stepEachRun(path, twins);
});

test.for(languages)('one click on the broken program of a pair steps its failing schedule (%s)', async (language) => {
  const broken = `${pair}.broken`;
  const { page, twin, slider } = await openSteps(broken, language);
  const bad = await twin.locator('.line.bad samp').allTextContents();
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(await twin.locator('.line samp').allTextContents());
  expect(bad).not.toEqual([]);
  expect(await printedSoFar(twin)).toEqual(expect.arrayContaining(bad));
  await closePage({ page });
});
