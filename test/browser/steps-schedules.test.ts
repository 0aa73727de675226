// Schedules on the page: each stored run can be chosen and stepped to its end; the failing one of a pair is one click away.
import { expect } from 'vitest';
import { readTraces } from '../../src/recorded/traces.ts';
import { languages } from '../../src/languages.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { course, lessonOf, openSteps, pair, printedSoFar, stepsOf, storedRun, unfold } from './steps-page.ts';

useBrowser();

/** Programs with more than one stored run, by the lesson that shows them. */
const several = Map.groupBy(
  [...course.snippets.values()].flatMap((snippet) =>
    languages.flatMap((language) => {
      const stored = readTraces(snippet, language);
      const runs = stored.state === 'fresh' ? stored.traces.runs.length : 0;
      return runs > 1 ? [{ id: snippet.id, language, runs }] : [];
    }),
  ),
  ({ id }) => lessonOf(id),
);

test('some programs have several runs, in both languages', () => {
  const found = [...several.values()].flat();
  expect(new Set(found.map(({ language }) => language))).toEqual(new Set(languages));
});

test.for([...several])('each run of a program on %s is stepped to the lines that are stored', async ([path, twins]) => {
  const { page, complaints } = await openPage(path);
  for (const { id, language, runs } of twins) {
    const { element, twin, slider, ...steps } = stepsOf(page, id, language);
    await unfold({ element, twin, slider, ...steps }, language);
    const schedule = element.getByRole('combobox', { name: 'Schedule' });
    expect(await schedule.locator('option').count()).toBe(runs);
    for (let run = 0; run < runs; run++) {
      await schedule.selectOption(String(run));
      const { printed } = storedRun(id, language, run);
      const atTheEnd = async () => {
        await slider.press('End');
        return printedSoFar(twin);
      };
      await expect.poll(atTheEnd, { timeout: 10_000, message: `${id}.${language}, run ${run}` }).toEqual(printed);
    }
  }
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test.for(languages)('one click on the broken program of a pair steps its failing schedule (%s)', async (language) => {
  const broken = `${pair}.broken`;
  const { page, twin, slider } = await openSteps(broken, language);
  const bad = await twin.locator('.line.bad samp').allInnerTexts();
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(await twin.locator('.line samp').allInnerTexts());
  expect(bad).not.toEqual([]);
  expect(await printedSoFar(twin)).toEqual(expect.arrayContaining(bad));
  expect(await twin.locator('.line.bad.later').count()).toBe(0);
  expect(await twin.locator('.line.bad .tag').first().isVisible()).toBe(true);
  await closePage({ page });
});
