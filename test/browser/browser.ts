// One real Chromium for a test file; without one the tests say so by name and, with CI set, fail.
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, test as base } from 'vitest';
import { findBrowser, noBrowser } from '../../src/cli/project/browser.ts';
import { address } from '../../src/site/address.ts';
import type { SiteName } from './serve.ts';
import { site, useSite } from './sites.ts';

const executable = findBrowser();
let browser: Browser | undefined;

/** Call once in each file of browser tests, before anything that asks for pages: `name` is the site that it looks at. */
export function useBrowser(name: SiteName = 'course'): void {
  useSite(name);
  beforeAll(async () => {
    if (executable === undefined) {
      if (process.env['CI']) throw noBrowser();
      console.warn(noBrowser().message);
      return;
    }
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
    args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
    browser = await chromium.launch({ executablePath: executable, args });
  }, 60_000);
  afterAll(async () => browser?.close());
}

/** A test that needs the browser; where there is none it is reported as skipped. */
export const test = executable === undefined && !process.env['CI'] ? base.skip : base;

/** The address of a page of the built site; `path` without the leading slash: "chapter/lesson/". */
export function pageAddress(path = ''): string {
  return `${site().origin}${address.base}/${path}`;
}

/** Everything that a page said on its console or asked of another host while it was open. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
  /** Bytes that came over the network, by address. */
  readonly foreign: string[];
}

export async function openPage(path = '', options: BrowserContextOptions = {}): Promise<Watched> {
  if (!browser) throw noBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== site().origin) foreign.push(request.url());
  });
  await page.goto(pageAddress(path), { waitUntil: 'networkidle' });
  return { page, complaints, foreign };
}

/** A page that is not of the built site; it is closed with the browser. */
export async function openAddress(url: string): Promise<Page> {
  if (!browser) throw noBrowser();
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

export async function closePage({ page }: Pick<Watched, 'page'>): Promise<void> {
  await page.context().close();
}
