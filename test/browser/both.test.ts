// Both languages stepped together in a real browser: by keyboard, in words, one twin by itself, and when a trace does not come.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { requireSnippet } from '../../src/course/course.ts';
import { bothView } from '../../src/components/view/both-view.ts';
import type { BothView } from '../../src/components/view/both-view.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { siteCourse } from './sites.ts';
import { lessonOf, openView, plain } from './steps-page.ts';

useBrowser('full');

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly view: BothView;
  readonly both: Locator;
  readonly slider: Locator;
}

/** Opens the lesson of the plain snippet, and there both languages, where a window has room for them. */
async function openBoth(prepare?: (page: Page) => Promise<unknown>): Promise<Opened> {
  const view = bothView(requireSnippet(siteCourse(), plain));
  if (!view) throw new Error(`${plain} has no traces`);
  const { page, complaints } = await openPage(lessonOf(plain), { viewport: { width: 1600, height: 900 } });
  await prepare?.(page);
  const bench = page.locator(`work-bench[data-id="${plain}"]`);
  await bench.getByRole('button', { name: 'both', exact: true }).click();
  await openView(bench, 'steps');
  const both = bench.locator('.comparison');
  return { page, complaints, view, both, slider: both.getByRole('slider', { name: 'Row' }) };
}

/** What each twin has printed so far. */
async function printed(both: Locator): Promise<string[][]> {
  const sides = ['TypeScript', 'Python'].map((name) =>
    both.getByRole('group', { name, exact: true }).locator('.so-far > li:not(.later) samp').allInnerTexts(),
  );
  return Promise.all(sides);
}

test('the slider goes over the printed lines of both, and says the differences of each', async () => {
  const { page, complaints, view, both, slider } = await openBoth();
  await slider.focus();
  const [first] = view.items;
  for (let row = 0; row < (first?.row ?? 0); row++) await page.keyboard.press('ArrowRight');
  const spoken = await slider.getAttribute('aria-valuetext');
  expect(spoken).toContain(
    `Row ${first?.row} of ${view.rows.split(' ').length}. Only TypeScript prints "${first?.text}"`,
  );
  for (const { title, says } of first?.differences ?? []) {
    expect(spoken).toContain(`${title}: ${says}.`);
    expect(await both.locator('.between').innerText()).toContain(says);
  }
  const [ts = [], py = []] = await printed(both);
  expect([ts.at(-1), ts.length]).toEqual([first?.text, py.length + 1]);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the keys of the step-through move both twins, from before the first line to the end of both', async () => {
  const { page, view, both, slider } = await openBoth();
  await slider.waitFor();
  await both.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('End');
  expect(await slider.inputValue()).toBe(String(view.rows.split(' ').length));
  for (const side of await printed(both)) expect(side.length).toBeGreaterThan(view.items.length);
  await page.keyboard.press('Home');
  expect(await printed(both)).toEqual([[], []]);
  await page.keyboard.press('.');
  expect(await slider.inputValue()).toBe('1');
  await closePage({ page });
});

test('a button leads from one difference to the next', async () => {
  const { page, view, both, slider } = await openBoth();
  const next = both.getByRole('button', { name: 'Next difference' });
  for (const { row } of view.items) {
    await next.click();
    expect(await slider.inputValue()).toBe(String(row));
    expect(await both.locator('.parting [aria-current]').getAttribute('value')).toBe(String(row));
  }
  expect(await next.getAttribute('aria-disabled')).toBe('true');
  await closePage({ page });
});

test('one twin is walked by itself while the other waits', async () => {
  const { page, both, slider } = await openBoth();
  await slider.fill('5');
  const sides = ['TypeScript', 'Python'].map((name) => both.getByRole('group', { name, exact: true }).locator('.now'));
  const texts = () => Promise.all(sides.map((side) => side.innerText()));
  const [ts, py] = await texts();
  await both.getByRole('button', { name: 'Step back in TypeScript' }).click();
  const [moved, still] = await texts();
  expect([still, moved === ts, await slider.inputValue()]).toEqual([py, false, '5']);
  await closePage({ page });
});

test('a trace that does not come is said, and asked for again', async () => {
  const { page, both, slider } = await openBoth((opened) => opened.route('**/traces/**', (route) => route.abort()));
  expect(await both.getByRole('alert').innerText()).toContain('The steps could not be loaded');
  await page.unroute('**/traces/**');
  await both.getByRole('button', { name: 'Try again' }).click();
  await slider.waitFor();
  await closePage({ page });
});
