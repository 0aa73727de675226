// Every program of a site with more than one stored run, and how a reader steps each run to its end.
import { expect } from 'vitest';
import { languages } from '../../src/languages.ts';
import type { Language } from '../../src/languages.ts';
import { readTraces } from '../../src/recorded/traces.ts';
import { closePage, openPage } from './browser.ts';
import { siteCourse } from './sites.ts';
import { lessonOf, printedSoFar, stepsOf, storedRun, unfold } from './steps-page.ts';

interface TwinWithRuns {
  readonly id: string;
  readonly language: Language;
  readonly runs: number;
}

/** Programs with more than one stored run, by the lesson that shows them. */
export function severalRuns(): ReadonlyMap<string, readonly TwinWithRuns[]> {
  const all = [...siteCourse().snippets.values()].flatMap((snippet) =>
    languages.flatMap((language) => {
      const stored = readTraces(snippet, language);
      const runs = stored.state === 'fresh' ? stored.traces.runs.length : 0;
      return runs > 1 ? [{ id: snippet.id, language, runs }] : [];
    }),
  );
  return Map.groupBy(all, ({ id }) => lessonOf(id));
}

/** Chooses each run of these programs on their page and steps it to the lines that are stored. */
export async function stepEachRun(path: string, twins: readonly TwinWithRuns[]): Promise<void> {
  const { page, complaints } = await openPage(path);
  for (const { id, language, runs } of twins) {
    const steps = stepsOf(page, id, language);
    const { twin, slider } = steps;
    await unfold(steps, id, language);
    const schedule = twin.getByRole('combobox', { name: 'Schedule' });
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
}
