// Using: tabs that follow the reader, themes, copying, downloads, and everything by keyboard alone.
import { expect } from 'vitest';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';

useBrowser('full');
const { firstLesson, secondLesson } = pages();

test('choosing Python switches every program of the page, and of the next page', async () => {
  const { page, complaints } = await openPage(firstLesson);
  await page.getByRole('tab', { name: 'Python' }).first().click();
  const chosen = async () => {
    const texts = await page.locator('[role="tab"][aria-selected="true"]').allTextContents();
    return [...new Set(texts.map((text) => text.trim()))];
  };
  expect(await chosen()).toEqual(['Python']);
  await page.goto(pageAddress(secondLesson));
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
  const line = page.locator('.at-home:visible').first();
  await line.getByRole('button', { name: 'Copy' }).click();
  await line.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await line.locator('code').innerText());
  await closePage({ page });
});

test('the download of a program is the file itself', async () => {
  const { page } = await openPage(firstLesson);
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
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Python');
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

test('on paper folded parts are open and both languages are there', async () => {
  const { page } = await openPage(firstLesson);
  await page.emulateMedia({ media: 'print' });
  for (const panel of await page.locator('.snippet [role="tabpanel"]').all())
    expect(await panel.isVisible()).toBe(true);
  expect(await page.locator('details.answer .fold-body').first().isVisible()).toBe(true);
  await closePage({ page });
});
