// A prediction in a real browser: by keyboard, by mouse, by touch, what a screen reader meets, and the way to the output.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BrowserContextOptions } from 'playwright-core';
import { violations } from './axe.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { lessonOf, plain, stepsOf, storedRun } from './steps-page.ts';

useBrowser('full');
const { printed } = storedRun(plain, 'ts');

interface Opened {
  readonly page: Page;
  readonly bench: Locator;
  readonly view: Locator;
  readonly rows: Locator;
}

/** Opens the lesson whose first program is the plain one: it opens with its prediction. */
async function openPrediction(options: BrowserContextOptions = {}): Promise<Opened> {
  const { page } = await openPage(lessonOf(plain), options);
  const { bench, twin } = stepsOf(page, plain, 'ts');
  const view = twin.getByRole('tabpanel', { name: 'Predict' });
  const rows = view.locator('.order > li');
  await rows.first().waitFor();
  await bench.evaluate((element) => element.scrollIntoView());
  return { page, bench, view, rows };
}

const texts = (rows: Locator) => rows.locator('samp').allTextContents();

/** Lets `up` bring each line to its place, from the first on. */
async function putInOrder(rows: Locator, up: (row: Locator) => Promise<void>): Promise<void> {
  for (const [place, text] of printed.entries()) {
    for (let at = (await texts(rows)).indexOf(text, place); at > place; at--) await up(rows.nth(at));
  }
}

test('by keyboard the lines are put in order, checked, and found right', async () => {
  const { page, view, rows } = await openPrediction();
  expect((await texts(rows)).toSorted()).toEqual(printed.toSorted());
  expect(await texts(rows)).not.toEqual(printed);
  await putInOrder(rows, async (row) => {
    await row.locator('.line-text').press('ArrowUp');
  });
  expect(await texts(rows)).toEqual(printed);
  await view.getByRole('button', { name: 'Check' }).press('Enter');
  expect(await view.getByRole('status').innerText()).toBe('Right. The contract allows this order.');
  await closePage({ page });
});

test('a wrong order is answered by two lines and the reason of the later one; the next change takes the answer away', async () => {
  const { page, view, rows } = await openPrediction();
  await putInOrder(rows, (row) => row.locator('.up').click());
  await rows.nth(1).locator('.up').click();
  await view.getByRole('button', { name: 'Check' }).click();
  const status = view.getByRole('status');
  const [first, second] = printed;
  await status.getByText(`“${second}” cannot come before “${first}”.`).waitFor();
  await expect.poll(() => status.innerText()).toContain('starts');
  await rows.nth(0).locator('.down').click();
  expect(await status.innerText()).toBe('');
  await closePage({ page });
});

test('with the mouse a line is dragged to its place', async () => {
  const { page, rows } = await openPrediction();
  const before = await texts(rows);
  const [from, to] = [await rows.nth(0).boundingBox(), await rows.nth(2).boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 8);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + (to?.height ?? 0) - 2, { steps: 4 });
  await page.mouse.up();
  const [moved = '', second = '', third = ''] = before;
  expect(await texts(rows)).toEqual([second, third, moved, ...before.slice(3)]);
  await closePage({ page });
});

test('with a finger the buttons of a line move it, and each is as large as a finger', async () => {
  const { page, rows } = await openPrediction({
    viewport: { width: 390, height: 664 },
    hasTouch: true,
    isMobile: true,
  });
  const before = await texts(rows);
  await rows.nth(0).locator('.down').tap();
  expect((await texts(rows)).slice(0, 2)).toEqual([before[1], before[0]]);
  for (const name of ['.up', '.down', '.join']) {
    const box = await rows.nth(1).locator(name).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(43.5);
  }
  await closePage({ page });
});

test('a screen reader meets each line with its place, hears where it has gone, and axe finds nothing', async () => {
  const { page, view, rows } = await openPrediction({ bypassCSP: true });
  const [first = '', second = ''] = await texts(rows);
  expect(await rows.nth(0).ariaSnapshot()).toBe(`- listitem:
  - 'button "${first}, 1"': "${first}"
  - 'button "Move up: ${first}"': ↑
  - 'button "Move down: ${first}"': ↓
  - 'button "May swap with the next line: ${first}"': ⇅`);
  const line = rows.nth(0).locator('.line-text');
  await line.press('ArrowDown');
  const said = view.locator('.ordering [aria-live]');
  expect(await said.textContent()).toBe(`${first}, 2 of ${printed.length}`);
  await page.keyboard.press('j');
  expect(await said.textContent()).toBe(`${first}, 2 of ${printed.length}, may swap with the next line`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`${first}, 2`);
  expect((await texts(rows)).slice(0, 2)).toEqual([second, first]);
  expect(await violations(page, `figure[aria-label='Program ${plain}']`)).toEqual([]);
  await closePage({ page });
});

test('"Just show me" leads to the output, which is open at the next visit', async () => {
  const { page, bench, view } = await openPrediction();
  await view.getByRole('button', { name: 'Just show me' }).click();
  const output = bench.locator('.twin:visible').getByRole('tabpanel', { name: 'Output' });
  expect(await output.isVisible()).toBe(true);
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.reload();
  expect(await output.isVisible()).toBe(true);
  await closePage({ page });
});
