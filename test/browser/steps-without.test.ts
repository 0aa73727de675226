// The step-through where nothing moves: without JavaScript, and on paper.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { captionsOf } from '../../src/trace/narrate/captions.ts';
import { stops } from '../../src/trace/replay/replay.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { free, goTo, lessonOf, plain, stepsOf, storedRun, unfold } from './steps-page.ts';

useBrowser('full');

/** The sentences of all steps. */
function sentences(id: string, run = 0): string[] {
  const { events } = storedRun(id, 'ts', run);
  const captions = captionsOf(events).map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  return stops(events).flatMap((step) => captions[step - 1] ?? []);
}

test('without JavaScript the list of steps opens and reads right, and no control is dead', async () => {
  const { page, complaints } = await openPage(lessonOf(plain), { javaScriptEnabled: false });
  const { element } = stepsOf(page, plain, 'ts');
  const items = element.getByRole('listitem');
  expect(await items.first().isVisible()).toBe(false);
  await element.locator('summary').click();
  expect(await items.allInnerTexts()).toEqual(sentences(plain));
  const both = page.locator(`both-twins[data-id="${plain}"]`);
  await both.locator('summary').click();
  expect(await both.getByRole('listitem').first().isVisible()).toBe(true);
  for (const part of [element, both]) expect(await part.locator('button, input, select, a').count()).toBe(0);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

/** Parts of the lesson of which something lies beyond an edge, where nobody can scroll; by their words. */
function cut(page: Page): Promise<string[]> {
  return page.locator('main *:not(.sr-only)').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow !== 'visible')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(
        ({ localName, textContent, classList }) => `${localName}.${classList.value} ${textContent.trim().slice(0, 40)}`,
      ),
  );
}

/** The number of pages that the paper has. */
async function pages(page: Page): Promise<number> {
  const paper = await page.pdf({ format: 'A4' });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('on paper an opened step-through is a table of all steps: number, time, what happens', async () => {
  const { page, complaints } = await openPage(lessonOf(free));
  const { element, ...steps } = stepsOf(page, free, 'ts');
  const folded = await pages(page);
  await unfold({ element, ...steps }, 'ts');
  await goTo(steps, 20);
  expect(await pages(page)).toBeGreaterThan(folded);
  await page.setViewportSize({ width: 700, height: 990 });
  await page.emulateMedia({ media: 'print' });
  const rows = element.locator('ol > li:visible');
  expect(await rows.allInnerTexts()).toEqual(sentences(free));
  const columns = await rows.evaluateAll((items) => items.map((item) => getComputedStyle(item).gridTemplateColumns));
  expect(columns[0]?.split(' ').length).toBe(3);
  expect(new Set(columns).size).toBe(1);
  expect(await cut(page)).toEqual([]);
  expect(await element.locator('button:visible, input:visible, select:visible, .score:visible').count()).toBe(0);
  expect(complaints).toEqual([]);
  await closePage({ page });
});
