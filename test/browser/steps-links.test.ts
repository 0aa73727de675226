// Links to a step, and what a reader sees where a run cannot be fetched: one sentence, and the way to try again.
import { expect } from 'vitest';
import { captionsOf } from '../../src/trace/narrate/captions.ts';
import { stops } from '../../src/trace/replay/replay.ts';
import { address } from '../../src/site/address.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { folded, free, lessonOf, openSteps, plain, printedSoFar, stepsOf, storedRun } from './steps-page.ts';

useBrowser('full');

test('a link to a step opens its language, its schedule and the step; the button makes the same link', async () => {
  const { events, last } = storedRun(free, 'py', 2);
  const step = stops(events)[20] ?? 0;
  const hash = `#step=${free}.py.2.${step}`;
  const { page, complaints } = await openPage(`${lessonOf(free)}${hash}`);
  const { element, slider } = stepsOf(page, free, 'py');
  await slider.waitFor();
  const said = `step 20 of ${last}. ${captionsOf(events)[step - 1] ?? ''}.`;
  expect((await slider.getAttribute('aria-valuetext'))?.toLowerCase()).toContain(said.toLowerCase());
  expect(await element.getByRole('combobox', { name: 'Schedule' }).inputValue()).toBe('2');
  expect(await page.getByRole('tab', { name: 'Python' }).first().getAttribute('aria-selected')).toBe('true');
  expect(await slider.evaluate(isOnScreen)).toBe(true);
  await slider.press('ArrowRight');
  await slider.press('ArrowLeft');
  await page.evaluate(() => history.replaceState(null, '', ' '));
  await element.getByRole('button', { name: 'Link to this step' }).click();
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
  const { page } = await openPage(`${lessonOf(id)}#step=${id}.ts.0.${storedRun(id, 'ts').events.length}`);
  const { twin, slider } = stepsOf(page, id, 'ts');
  await slider.waitFor();
  expect(await printedSoFar(twin)).toEqual(storedRun(id, 'ts').printed);
  await closePage({ page });
});

/** Fragments of the lesson of `free` that name no step of a program on it. */
const nowhere = [
  '#step=',
  '#step=no/such.ts.0.3',
  '#step=%3Cimg%20src=x%3E.ts.0.3',
  `#step=${free}.rb.0.3`,
  `#step=${free}.ts.0.-1`,
  `#step=${free}.ts.99.3`,
];

test('a link that names no step of the page is no error and asks for no run', async () => {
  const asked: string[] = [];
  const { page, complaints } = await openPage(`${lessonOf(free)}${nowhere.at(-1)}`);
  const { slider } = stepsOf(page, free, 'ts');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const hash of [...nowhere, `#step=${free}.ts.1.99999999`]) {
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
  const { element, twin, slider } = stepsOf(page, plain, 'ts');
  const tryAgain = element.getByRole('button', { name: 'Try again' });
  let ask = element.locator('summary');
  for (const [reason, answer] of failures) {
    await page.route('**/traces/**', (route) => (answer ? route.fulfill(answer) : route.abort()));
    await ask.click();
    ask = tryAgain;
    const alert = element.getByRole('alert');
    await alert.and(element.getByText(reason)).waitFor();
    expect(await alert.innerText()).toBe(`The steps could not be loaded: ${reason}. Try again`);
    expect(await element.getByRole('listitem').count()).toBe(storedRun(plain, 'ts').last);
    await page.unroute('**/traces/**');
  }
  await tryAgain.click();
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(storedRun(plain, 'ts').printed);
  expect(await element.getByRole('alert').count()).toBe(0);
  await closePage({ page });
});

test('a schedule that cannot be fetched leaves the others as they are', async () => {
  const { page, element, twin, slider } = await openSteps(free);
  const schedule = element.getByRole('combobox', { name: 'Schedule' });
  await page.route('**/traces/**', (route) => route.abort());
  await schedule.selectOption('1');
  await element.getByRole('alert').waitFor();
  expect(await twin.locator('.panels, pre [aria-current]').count()).toBe(0);
  await schedule.selectOption('0');
  await slider.press('End');
  expect(await printedSoFar(twin)).toEqual(storedRun(free, 'ts').printed);
  await closePage({ page });
});

test('a run that was opened can be stepped, closed and opened again without a connection', async () => {
  const { page, element, twin, slider, complaints } = await openSteps(plain);
  await page.context().setOffline(true);
  const summary = element.locator('summary').first();
  for (let times = 0; times < 2; times++) {
    await slider.press('End');
    expect(await printedSoFar(twin)).toEqual(storedRun(plain, 'ts').printed);
    await element.getByRole('checkbox', { name: 'Every line' }).check();
    await twin
      .locator('.panels')
      .getByRole('button', { name: /^Why did/ })
      .first()
      .click();
    await slider.press('Home');
    await summary.click();
    await summary.click();
    await slider.waitFor();
  }
  expect(complaints).toEqual([]);
  await closePage({ page });
});
