// The step-through where nothing moves: without JavaScript, and on paper.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { itemsOf } from '../../src/components/view/steps-view.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { free, goTo, lessonOf, plain, stepsOf, storedRun, unfold } from './steps-page.ts';

useBrowser('full');

test('without JavaScript the list of steps opens and reads right, and no control is dead', async () => {
  const { page, complaints } = await openPage(lessonOf(plain), { javaScriptEnabled: false });
  const { bench, twin } = stepsOf(page, plain, 'ts');
  const items = twin.locator('.all li');
  expect(await items.first().isVisible()).toBe(false);
  await twin.locator('.all summary').click();
  const { events, last } = storedRun(plain, 'ts');
  expect(await items.allInnerTexts()).toEqual(itemsOf(events, false).map(({ text }) => text));
  expect(await items.count()).toBe(last);
  await bench.locator('.comparison summary').click();
  expect(await bench.locator('.comparison').getByRole('listitem').first().isVisible()).toBe(true);
  expect(await bench.locator('button:visible, input:visible, select:visible').count()).toBe(0);
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

test('on paper a program stands once, with what it printed, however a reader left the workbench', async () => {
  const { page, complaints } = await openPage(lessonOf(free));
  const untouched = await pages(page);
  const steps = stepsOf(page, free, 'ts');
  await unfold(steps, free, 'ts');
  await goTo(steps, 6);
  expect(await pages(page)).toBe(untouched);
  await page.setViewportSize({ width: 700, height: 990 });
  await page.emulateMedia({ media: 'print' });
  expect(await steps.bench.locator('.program:visible').count()).toBe(1);
  expect(await steps.bench.locator('.view:visible').count()).toBe(1);
  expect(await steps.bench.locator('.printed:visible samp').allInnerTexts()).toEqual(storedRun(free, 'ts').printed);
  expect(await cut(page)).toEqual([]);
  const controls = steps.bench.locator('button:visible, input:visible, select:visible, .score:visible');
  expect(await controls.count()).toBe(0);
  expect(complaints).toEqual([]);
  await closePage({ page });
});
