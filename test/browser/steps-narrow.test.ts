// The step-through on a phone, and with the text twice as large: all within reach of a finger, nothing cut.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { firstWhy, free, goTo, lessonOf, openSteps, printedSoFar, stepsOf, storedRun } from './steps-page.ts';

useBrowser('full');

/** px that a finger needs. */
const finger = 44;

/** How many px the page can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Controls of a step-through that are smaller than a finger; the label of a control counts as the control. */
function small(part: Locator): Promise<string[]> {
  const controls = 'button, select, input, summary';
  return part.locator(`.bar, .steps, .foot`).evaluateAll(
    (parts, [selector, least]) =>
      parts
        .flatMap((one) => [...one.querySelectorAll<HTMLElement>(selector)])
        .filter((control) => control.checkVisibility() && !control.matches('.line-link'))
        .map((control) => ({ control, box: (control.closest('label') ?? control).getBoundingClientRect() }))
        .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
        .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`),
    [controls, finger] as const,
  );
}

test.for([360, 390])('at %d px a finger steps through a run, and the page does not scroll sideways', async (width) => {
  const phone = { viewport: { width, height: 780 }, hasTouch: true, isMobile: true };
  const { page, complaints } = await openPage(lessonOf(free), phone);
  const { bench, twin, slider } = stepsOf(page, free, 'ts');
  await bench.getByRole('tab', { name: 'Steps' }).tap();
  await slider.waitFor();
  for (const name of ['Next', 'Next', 'Previous', 'Next']) await twin.getByRole('button', { name, exact: true }).tap();
  expect(await slider.inputValue()).toBe('2');
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(storedRun(free, 'ts').printed);
  await firstWhy(twin).tap();
  await twin.getByRole('combobox', { name: 'Which steps' }).selectOption('lines');
  await twin.locator('.all > summary').tap();
  expect(await sideways(page)).toBe(0);
  expect(await small(bench)).toEqual([]);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

/** Parts that hold words which are cut off; code and the picture of the lanes scroll by themselves. */
function clipped(page: Page): Promise<string[]> {
  return page.locator('work-bench *').evaluateAll((elements) =>
    elements
      .filter(
        (element) =>
          element.checkVisibility() && !element.closest('pre, .score, .sr-only, svg, select, label, .twin-title'),
      )
      // these scroll by themselves
      .filter((element) => !element.matches('.program, .view, .panel, .others, .foot'))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const { right, left, width } = element.getBoundingClientRect();
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        const hides = overflowX !== 'visible' && scrollWidth > clientWidth + 1;
        const folds = overflowY !== 'visible' && scrollHeight > clientHeight + 1;
        return hides || folds || (width > 0 && (right > innerWidth + 1 || left < -1));
      })
      .map(
        ({ localName, textContent, classList }) => `${localName}.${classList.value} ${textContent.trim().slice(0, 40)}`,
      ),
  );
}

test('at 320 px with the text twice as large nothing is cut', async () => {
  const { page, twin, ...steps } = await openSteps(free, 'ts', { viewport: { width: 320, height: 780 } });
  await goTo(steps, storedRun(free, 'ts').last);
  await firstWhy(twin).click();
  await twin.locator('.all > summary').click();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await sideways(page)).toBe(0);
  expect(await clipped(page)).toEqual([]);
  await closePage({ page });
});
