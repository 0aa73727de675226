// Standards with a step-through in use: axe in both themes, wide and narrow; reduced motion; forced colours; what is fetched when.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { address } from '../../src/site/address.ts';
import { onDemandBudgets } from '../../src/site/weight.ts';
import { violations } from './axe.ts';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { widths } from './pages.ts';
import { site } from './sites.ts';
import { firstWhy, goTo, lessonOf, markedLine, openSteps, openView, pair, plain, stepsOf } from './steps-page.ts';

useBrowser('full');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of Object.entries(widths)) {
    test(`in every view, in the middle of a run, and of both languages together, axe finds nothing, ${colorScheme}, ${name}`, async () => {
      const options = { colorScheme, viewport, bypassCSP: true };
      const { page, bench, twin, complaints, foreign, ...steps } = await openSteps(`${pair}.broken`, 'ts', options);
      await goTo(steps, 8);
      await firstWhy(twin).click();
      const figure = `figure[aria-label='Program ${pair}']`;
      for (const mode of ['steps', 'output', 'orders', 'contract', 'predict'] as const) {
        await openView(bench, mode);
        expect(await violations(page, figure), mode).toEqual([]);
      }
      await page.setViewportSize({ width: 1600, height: 900 });
      await bench.getByRole('button', { name: 'both', exact: true }).click();
      await openView(bench, 'steps');
      await bench.getByRole('slider', { name: 'Row' }).press('ArrowRight');
      expect(await violations(page, figure), 'both languages').toEqual([]);
      expect(complaints).toEqual([]);
      expect(foreign).toEqual([]);
      await closePage({ page });
    });
  }
}

const moving = (page: Page) => page.evaluate(() => document.getAnimations().length);

test('with reduced motion nothing moves while a reader steps or the run plays', async () => {
  const { page, twin, slider } = await openSteps(plain, 'ts', { reducedMotion: 'reduce' });
  for (const key of ['ArrowRight', 'End', 'Home']) {
    await slider.press(key);
    expect(await moving(page)).toBe(0);
  }
  await twin.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
  await twin.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => slider.inputValue()).toBe('2');
  expect(await moving(page)).toBe(0);
  await twin.getByRole('button', { name: 'Pause' }).click();
  await closePage({ page });
});

test('in forced colours the line that runs has an outline and the bead of its lane', async () => {
  const { page, twin, ...steps } = await openSteps(plain, 'ts', { forcedColors: 'active' });
  await goTo(steps, 2);
  expect(await markedLine(twin)).toContain(': starts');
  const line = twin.locator('pre [aria-current="step"]');
  const outline = await line.evaluate((element) => getComputedStyle(element).outline);
  expect(outline).toMatch(/ solid 2px$/);
  expect(await line.locator('.stands svg').first().isVisible()).toBe(true);
  expect(await twin.locator('.score .veil').isVisible()).toBe(false);
  await closePage({ page });
});

test('no script of the steps and no run is fetched before a reader opens them', async () => {
  const { page, complaints, foreign } = await openPage('', { viewport: { width: 1280, height: 400 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(pageAddress(lessonOf(plain)), { waitUntil: 'networkidle' });
  const first = asked.splice(0);
  const { bench, slider } = stepsOf(page, plain, 'ts');
  await bench.scrollIntoViewIfNeeded();
  await openView(bench, 'output');
  expect(asked.filter((path) => path.includes('/traces/') || path.includes('steps-mode'))).toEqual([]);
  asked.splice(0);
  await openView(bench, 'steps');
  await slider.waitFor();
  const trace = `${address.base}/traces/${plain}.ts.0.json`;
  // Chromium asks for the icon again where the address of the page changes
  const scripts = asked.filter((path) => path !== trace && !path.endsWith('/favicon.svg'));
  expect(asked.filter((path) => path.includes('/traces/'))).toEqual([trace]);
  expect(first.filter((path) => path.includes('/traces/') || scripts.includes(path))).toEqual([]);
  expect(bytesOf(scripts)).toBeLessThanOrEqual(onDemandBudgets['steps-mode']);
  expect([...complaints, ...foreign]).toEqual([]);
  await closePage({ page });
});

/** What these files of the site transfer over gzip. */
function bytesOf(paths: readonly string[]): number {
  const files = paths.map((path) => readFileSync(join(site().folder, path.slice(address.base.length))));
  return files.reduce((bytes, file) => bytes + gzipSync(file).length, 0);
}
