// Finds a Chromium for the browser tests: CHROME_PATH, then the usual names, then Playwright's own folder.
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { CourseError } from '../../error.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
  'msedge.exe',
];

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const playwright = [
  'chromium-*/chrome-linux*/chrome',
  'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
  'chromium-*/chrome-win*/chrome.exe',
];

/** The path of a Chromium or Chrome, or undefined. A CHROME_PATH that is not there is an error, not a reason to look further. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const wished = environment['CHROME_PATH'];
  if (wished !== undefined && wished !== '') {
    if (existsSync(wished)) return wished;
    throw new CourseError({
      what: `CHROME_PATH is "${wished}", but there is no such file`,
      fix: 'set CHROME_PATH to the path of a Chromium or Chrome, or unset it',
      kind: 'missing',
    });
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...installed].find((path) => existsSync(path)) ?? playwrightBrowser(environment);
}

function playwrightBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  const home = homedir();
  const caches = [
    environment['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    join(home, 'AppData', 'Local', 'ms-playwright'),
  ].filter((cache) => cache !== undefined);
  return caches
    .flatMap((cache) => playwright.flatMap((cwd) => globSync(cwd, { cwd: cache }).map((path) => join(cache, path))))
    .at(-1);
}

export function noBrowser(): CourseError {
  return new CourseError({
    what: 'no Chromium or Chrome was found, so the browser tests cannot run',
    fix: 'apt-get install chromium (Debian), or npx playwright-core install chromium, or set CHROME_PATH',
    kind: 'missing',
  });
}
