// Links to a step, and what a reader sees where a run cannot be fetched: one sentence, and the way to try again.
import { expect } from 'vitest';
import { captionsOf } from '../../src/trace/narrate/captions.ts';
import { shortSteps } from '../../src/trace/replay/short-steps.ts';
import { address } from '../../src/site/address.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import {
  firstWhy,
  folded,
  free,
  lessonOf,
  openSteps,
  openView,
  plain,
  printedSoFar,
  stepsOf,
  storedRun,
} from './steps-page.ts';

useBrowser('full');

test('a link to a step opens its language, its schedule and the step; the button makes the same link', async () => {
  const { events, last } = storedRun(free, 'py', 2);
  const step = Math.min(10, last);
  const hash = `#${free}.py.2/steps/${step}`;
  const { page, complaints } = await openPage(`${lessonOf(free)}${hash}`);
  const { bench, twin, slider } = stepsOf(page, free, 'py');
  await slider.waitFor();
  const said = captionsOf(events)[(shortSteps(events)[step - 1]?.step ?? 0) - 1] ?? '';
  expect(await slider.getAttribute('aria-valuetext')).toContain(`Step ${step} of ${last}. `);
  expect((await slider.getAttribute('aria-valuetext'))?.toLowerCase()).toContain(said.toLowerCase());
  expect(await twin.getByRole('combobox', { name: 'Schedule' }).inputValue()).toBe('2');
  expect(await bench.getByRole('button', { name: 'Python' }).getAttribute('aria-pressed')).toBe('true');
  expect(await slider.evaluate(isOnScreen)).toBe(true);
  await slider.press('ArrowRight');
  await slider.press('ArrowLeft');
  await page.evaluate(() => history.replaceState(null, '', ' '));
  await twin.getByRole('button', { name: 'Link', exact: true }).click();
  expect(new URL(page.url()).hash).toBe(hash);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

test('a link to a step opens the answer that the program is folded into', async () => {
  const id = folded;
  const { page } = await openPage(`${lessonOf(id)}#${id}.ts.0/steps/${storedRun(id, 'ts').last}`);
  const { twin, slider } = stepsOf(page, id, 'ts');
  await slider.waitFor();
  expect(await printedSoFar(twin)).toEqual(storedRun(id, 'ts').printed);
  await closePage({ page });
});

/** Fragments of the lesson of `free` that name no step of a program on it. */
const nowhere = [
  '#/steps/3',
  '#no/such.ts.0/steps/3',
  '#%3Cimg%20src=x%3E.ts.0/steps/3',
  `#${free}.rb.0/steps/3`,
  `#${free}.ts.0/steps/-1`,
];

test('a link that names no step of the page is no error and asks for no run', async () => {
  const asked: string[] = [];
  const { page, complaints } = await openPage(`${lessonOf(free)}${nowhere.at(-1)}`);
  const { slider } = stepsOf(page, free, 'ts');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const hash of [...nowhere, `#${free}.ts.1/steps/99999999`]) {
    await page.evaluate((fragment) => location.assign(fragment), hash);
  }
  await slider.waitFor();
  expect(asked.filter((path) => path.includes('/traces/'))).toEqual([`${address.base}/traces/${free}.ts.1.json`]);
  expect(await slider.inputValue()).toBe(String(storedRun(free, 'ts', 1).last));
  expect(complaints).toEqual([]);
  await closePage({ page });
});

/** Answers to the request for a run that bring none, and what is said of them. */
const failures = [
  ['there is no connection', undefined],
  ['the site answered 503', { status: 503, body: '' }],
  ['what the site answered is no trace', { status: 200, contentType: 'application/json', body: '{"events":0}' }],
] as const;

test('a run that cannot be fetched gives one sentence and the way to try again', async () => {
  const { page } = await openPage(lessonOf(plain));
  const { bench, twin, slider } = stepsOf(page, plain, 'ts');
  const tryAgain = twin.getByRole('button', { name: 'Try again' });
  let ask = bench.getByRole('tab', { name: 'Steps' });
  for (const [reason, answer] of failures) {
    await page.route('**/traces/**', (route) => (answer ? route.fulfill(answer) : route.abort()));
    await ask.click();
    ask = tryAgain;
    const alert = twin.getByRole('alert');
    await alert.and(twin.getByText(reason)).waitFor();
    expect(await alert.innerText()).toBe(`The steps could not be loaded: ${reason}. Try again`);
    expect(await twin.locator('.all li').count()).toBe(storedRun(plain, 'ts').last);
    expect(await twin.locator('.all summary').isVisible()).toBe(true);
    await page.unroute('**/traces/**');
  }
  await tryAgain.click();
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(storedRun(plain, 'ts').printed);
  expect(await twin.getByRole('alert').count()).toBe(0);
  await closePage({ page });
});

test('a schedule that cannot be fetched leaves the others as they are', async () => {
  const { page, twin, slider } = await openSteps(free);
  await page.route('**/traces/**', (route) => route.abort());
  await twin.getByRole('combobox', { name: 'Schedule' }).selectOption('1');
  await twin.getByRole('alert').waitFor();
  expect(await twin.locator('.player, .transport, pre [aria-current]').count()).toBe(0);
  await page.unroute('**/traces/**');
  await twin.getByRole('button', { name: 'Try again' }).click();
  await slider.waitFor();
  await twin.getByRole('combobox', { name: 'Schedule' }).selectOption('0');
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(storedRun(free, 'ts').printed);
  await closePage({ page });
});

test('a run that was opened can be stepped, closed and opened again without a connection', async () => {
  const { page, bench, twin, slider, complaints } = await openSteps(plain);
  const lost: string[] = [];
  page.on('requestfailed', (request) => lost.push(new URL(request.url()).pathname));
  await page.context().setOffline(true);
  for (let times = 0; times < 2; times++) {
    await slider.press('End');
    expect(await printedSoFar(twin)).toEqual(storedRun(plain, 'ts').printed);
    await twin.getByRole('combobox', { name: 'Which steps' }).selectOption('lines');
    await firstWhy(twin).click();
    await slider.press('Home');
    await openView(bench, 'output');
    await openView(bench, 'steps');
    await slider.waitFor();
  }
  // Chromium asks for the icon again where the address of the page changes
  expect(lost.filter((path) => path !== `${address.base}/favicon.svg`)).toEqual([]);
  expect(complaints).toHaveLength(lost.length);
  await closePage({ page });
});
