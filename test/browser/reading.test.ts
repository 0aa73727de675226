// Reading: the home page, a lesson, the 404 page, search, and the page without JavaScript.
import { expect } from 'vitest';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { home, nowhere, pages } from './pages.ts';
import { openView } from './steps-page.ts';

useBrowser('full');
const { title, chapterTitles, firstLesson, firstTitle } = pages();

test('the home page leads to the first lesson and lists every chapter', async () => {
  const { page, complaints } = await openPage(home);
  expect(await page.locator('h1').innerText()).toBe(title);
  const listed = await page.locator('.chapters li > :first-child').allInnerTexts();
  expect(listed).toEqual(chapterTitles);
  await page.getByRole('link', { name: `Start: ${firstTitle}` }).click();
  expect(page.url()).toBe(pageAddress(firstLesson));
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the home page leads back to the lesson that was read last', async () => {
  const { page } = await openPage(firstLesson);
  await page.goto(pageAddress(home));
  await page.getByRole('link', { name: `Pick up where you were: ${firstTitle}` }).click();
  expect(page.url()).toBe(pageAddress(firstLesson));
  await closePage({ page });
});

test('a lesson shows each program beside what it printed, from about 1100 px', async () => {
  const { page } = await openPage(firstLesson);
  const bench = page.locator('work-bench').first();
  await openView(bench, 'output');
  const twin = bench.locator('.twin:visible');
  const program = await twin.locator('.program').boundingBox();
  const printed = await twin.locator('.printed').boundingBox();
  expect(printed?.x).toBeGreaterThan((program?.x ?? 0) + (program?.width ?? 0));
  expect(Math.abs((printed?.y ?? 0) - (program?.y ?? 0))).toBeLessThan(24);
  await closePage({ page });
});

test('every printed line has its bead at its own height', async () => {
  const { page } = await openPage(firstLesson);
  await openView(page.locator('work-bench').first(), 'output');
  for (const line of await page.locator('.lines:visible .line').all()) {
    const text = await line.locator('samp').boundingBox();
    const bead = await line.locator('.shape').first().boundingBox();
    const middle = (bead?.y ?? 0) + (bead?.height ?? 0) / 2;
    expect(middle).toBeGreaterThan(text?.y ?? 0);
    expect(middle).toBeLessThan((text?.y ?? 0) + (text?.height ?? 0));
  }
  await closePage({ page });
});

test('without JavaScript a lesson shows both languages, every view of each, and folded answers', async () => {
  const { page } = await openPage(firstLesson, { javaScriptEnabled: false });
  const views = page.locator('work-bench:not(details *) .view');
  expect(await views.count()).toBeGreaterThan(9);
  for (const view of await views.all()) expect(await view.isVisible()).toBe(true);
  expect(await page.locator('.bar:visible, .foot:visible').count()).toBe(0);
  await page.locator('details.answer summary').first().click();
  expect(await page.locator('details.answer .fold-body').first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  await closePage({ page });
});

test('an address that leads nowhere answers with a page that says so', async () => {
  const { page } = await openPage(nowhere);
  expect(await page.locator('h1').innerText()).toBe('404');
  expect(await page.locator('main').innerText()).toContain('There is no page at this address');
  await closePage({ page });
});

test('the search finds a lesson by its title', async () => {
  const { page, complaints } = await openPage(home);
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').pressSequentially(firstTitle);
  const hit = page.locator('dialog .pagefind-ui__result-link').first();
  await hit.waitFor();
  expect(await hit.innerText()).toContain(firstTitle);
  expect(complaints).toEqual([]);
  await closePage({ page });
});
