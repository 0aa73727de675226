// Using: a language that follows the reader, themes, copying, downloads, and everything by keyboard alone.
import { expect } from 'vitest';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { siteCourse } from './sites.ts';
import { openView } from './steps-page.ts';

useBrowser('full');
const { firstLesson, secondLesson } = pages();

test('choosing Python switches every program of the page, and of the next page', async () => {
  const { page, complaints } = await openPage(firstLesson);
  await page.getByRole('button', { name: 'Python' }).first().click();
  const chosen = async () => {
    const texts = await page.locator('.bar [data-language][aria-pressed=true]').allTextContents();
    const shown = await page.locator('.twin:visible').evaluateAll((all) => all.map((one) => one.ariaLabel));
    return [...new Set([...texts, ...shown].map((text) => text?.trim().slice(0, 6)))];
  };
  expect(await chosen()).toEqual(['Python']);
  await page.goto(pageAddress(secondLesson), { waitUntil: 'networkidle' });
  expect(await chosen()).toEqual(['Python']);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the theme follows the choice and is kept', async () => {
  const { page, complaints } = await openPage(firstLesson);
  for (const theme of ['dark', 'light']) {
    await page.locator('starlight-theme-select select').first().selectOption(theme);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
  }
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('a theme that nobody knows, found in storage, breaks nothing', async () => {
  const { page, complaints } = await openPage(firstLesson);
  await page.evaluate(() => localStorage.setItem('starlight-theme', '"><b>plaid'));
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('Copy puts the command for home on the clipboard', async () => {
  const { page } = await openPage(firstLesson, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openView(page.locator('work-bench').first(), 'output');
  const line = page.locator('.at-home:visible').first();
  await line.getByRole('button', { name: 'Copy', exact: true }).click();
  await line.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe(await line.locator('code').innerText());
  await line.getByRole('button', { name: 'Copy', exact: true }).waitFor();
  await line.getByRole('button', { name: 'Copy the program' }).click();
  await line.getByRole('button', { name: 'Copied' }).waitFor();
  const [use] = siteCourse().lessons[0]?.uses ?? [];
  const program = siteCourse().snippets.get(use?.id ?? '')?.programs.ts.text;
  expect(await copied()).toBe(program?.trimEnd());
  await closePage({ page });
});

test('the download of a program is the file itself', async () => {
  const { page } = await openPage(firstLesson);
  await openView(page.locator('work-bench').first(), 'output');
  const link = page.getByRole('link', { name: /^Download/ }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.ts$/);
  await closePage({ page });
});

test('by keyboard alone: skip link, tabs with arrow keys, answer with Enter', async () => {
  const { page } = await openPage(firstLesson);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Skip to content');
  await page.locator('[role="tab"]').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Output');
  await page.locator('details.answer summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details.answer').first().getAttribute('open')).not.toBeNull();
  await closePage({ page });
});

test('with reduced motion nothing moves', async () => {
  const { page } = await openPage(firstLesson, { reducedMotion: 'reduce' });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await closePage({ page });
});

test('on paper folded parts are open, and each program is there in the language that is chosen', async () => {
  const { page } = await openPage(firstLesson);
  await page.emulateMedia({ media: 'print' });
  const shown = await page.locator('.twin:visible').evaluateAll((all) => all.map((one) => one.ariaLabel?.slice(0, 10)));
  expect(shown.length).toBeGreaterThanOrEqual(await page.locator('work-bench').count());
  expect(new Set(shown)).toEqual(new Set(['TypeScript']));
  expect(await page.locator('details.answer .fold-body').first().isVisible()).toBe(true);
  await closePage({ page });
});
