// axe, put into a page by the tests: what it finds against WCAG 2.2 AA and its own best practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation in the page, or in a part of it, with its first element; the page was opened with `bypassCSP`. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  const run = ([within, runOnly]: readonly [string, string[]]) => globalThis.axe.run(within, { runOnly });
  const found: AxeResults = await page.evaluate(run, [part, tags] as const);
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}

declare global {
  var axe: { run(part: string, options: { runOnly: string[] }): Promise<AxeResults> };
}
