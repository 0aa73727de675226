// Standards: no axe violation, nothing on the console, no other host, the weight budget, nothing sideways; on every type of page, in both themes, wide and narrow.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { firstLoadBudget } from '../../src/site/weight.ts';
import { violations } from './axe.ts';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { glossary, home, nowhere, pages, proof, widths } from './pages.ts';

useBrowser('course');
const { firstLesson, firstLessons, lessons } = pages();

/** A page as a reader with everything open sees it. */
async function everythingOpen(page: Page, path: string): Promise<void> {
  await page.goto(pageAddress(path), { waitUntil: 'networkidle' });
  for (const fold of await page.locator('details').all())
    await fold.evaluate((element) => element.setAttribute('open', ''));
}

// one page of each kind in every theme and width; the pages of a kind differ in their text alone, and are looked at once
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries(widths)) {
    test(`axe finds nothing, ${colorScheme}, ${name}`, async () => {
      const { page, complaints, foreign } = await openPage(home, { colorScheme, viewport, bypassCSP: true });
      for (const path of [home, firstLesson, glossary, proof, nowhere]) {
        await everythingOpen(page, path);
        expect(await violations(page), path).toEqual([]);
      }
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
      expect(foreign).toEqual([]);
      await closePage({ page });
    });
  }
}

test('axe finds nothing in the first lesson of any chapter', async () => {
  const { page } = await openPage(home, { bypassCSP: true });
  for (const path of firstLessons.filter((lesson) => lesson !== firstLesson)) {
    await everythingOpen(page, path);
    expect(await violations(page), path).toEqual([]);
  }
  await closePage({ page });
});

test('no page complains on the console or asks another host', async () => {
  const { page, complaints, foreign } = await openPage(home);
  for (const path of [...lessons, glossary, proof]) await page.goto(pageAddress(path), { waitUntil: 'networkidle' });
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await closePage({ page });
});

test('no lesson scrolls sideways at 360 px', async () => {
  const { page } = await openPage(home, { viewport: widths.phone });
  for (const path of [home, ...lessons, glossary, proof]) {
    await page.goto(pageAddress(path));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, path).toBe(0);
  }
  await closePage({ page });
});

test('the policy of every page names no unsafe source', async () => {
  const { page } = await openPage(firstLesson);
  const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:/);
  await closePage({ page });
});

test('the policy stops a script that the site did not bring', async () => {
  const { page, complaints } = await openPage(firstLesson);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "changed"';
    document.head.append(script);
  });
  expect(await page.title()).not.toBe('changed');
  expect(complaints.join(' ')).toContain('Content Security Policy');
  await closePage({ page });
});

test('the first visit to a lesson stays within the weight budget', async () => {
  const { page } = await openPage(home);
  await page.context().clearCookies();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const bodies: Promise<number>[] = [];
  const { gzipSync } = await import('node:zlib');
  page.on('response', (response) => {
    bodies.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  await page.goto(pageAddress(firstLesson), { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(firstLoadBudget);
  await closePage({ page });
});
