// The step-through in a browser: by keyboard alone, without JavaScript, on paper, on a phone, from a link, after a failed fetch.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readTraces } from '../../src/check/trace-evidence.ts';
import { Player } from '../../src/components/steps/player.ts';
import { spoken } from '../../src/components/steps/words.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { toldOf } from '../../src/trace/told.ts';
import { closePage, openPage, pageAddress, test, useBrowser } from './browser.ts';
import { widths } from './pages.ts';

useBrowser();

const course = openCourse(courseRoot());

/** The first lesson whose first program has a trace in both languages. */
const [lesson, snippet] = firstTraced();

function firstTraced() {
  for (const one of course.lessons) {
    const shown = one.uses.map(({ id }) => course.snippets.get(id)).find((found) => found !== undefined);
    if (shown && (['ts', 'py'] as const).every((language) => readTraces(shown, language).state === 'fresh'))
      return [`${one.id}/`, shown] as const;
  }
  throw new Error('no lesson has a traced program');
}

/** What the page should say at each step of a run, from the stored trace. */
function expected(language: 'ts' | 'py', run = 0): { readonly texts: readonly string[]; readonly player: Player } {
  const evidence = readTraces(snippet, language);
  if (evidence.state !== 'fresh') throw new Error(evidence.reason);
  const events = evidence.traces.runs[run]?.events ?? [];
  const player = new Player({ engine: '', cause: '', seed: 0, events, ...toldOf(events) });
  const texts = player.steps.map((_, place) => {
    player.goTo(place);
    return spoken(player);
  });
  return { texts, player };
}

const steps = (page: Page): Locator => page.locator(`step-through[data-twin="${snippet.id}.ts"]`).last();
const slider = (root: Locator | Page): Locator => root.getByRole('slider', { name: 'Step' });
const said = (root: Locator | Page): Promise<string | null> => slider(root).getAttribute('aria-valuetext');

async function opened(page: Page): Promise<Locator> {
  const root = steps(page);
  await root.scrollIntoViewIfNeeded();
  await root.locator('summary').first().click();
  await slider(root).waitFor();
  return root;
}

test('by keyboard alone from the list to the last step and back', async () => {
  const { page, complaints } = await openPage(lesson);
  const { texts } = expected('ts');
  const root = steps(page);
  await root.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await slider(root).waitFor();
  while (!(await slider(root).evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  const heard = [await said(root)];
  for (let step = 1; step < texts.length; step++) {
    await page.keyboard.press('ArrowRight');
    heard.push(await said(root));
  }
  expect(heard).toEqual(texts);
  await page.keyboard.press('Home');
  expect(await said(root)).toBe(texts[0]);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the keys of the terminal step from any button of the player', async () => {
  const { page } = await openPage(lesson);
  const root = await opened(page);
  await root.getByRole('button', { name: 'Next' }).focus();
  const places: string[] = [];
  for (const key of ['.', '.', ',', 'End', 'Home', 'ArrowRight']) {
    await page.keyboard.press(key);
    places.push(await slider(root).inputValue());
  }
  expect(places).toEqual(['1', '2', '1', String(expected('ts').texts.length - 1), '0', '1']);
  await closePage({ page });
});

test('nothing is fetched before the step-through is near, no trace before it is opened', async () => {
  const { page } = await openPage(lesson, { viewport: { width: 1280, height: 200 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  const about = (pattern: RegExp) => asked.some((path) => pattern.test(path));
  expect([about(/\/step-through\./), about(/\/traces\//)]).toEqual([false, false]);
  await steps(page).scrollIntoViewIfNeeded();
  await page.waitForRequest(/\/step-through\./).catch(() => undefined);
  expect([about(/\/step-through\./), about(/\/traces\//)]).toEqual([true, false]);
  await opened(page);
  expect(about(/\/traces\//)).toBe(true);
  await closePage({ page });
});

test('the running line is marked in the code, and every mark goes when the step-through is closed', async () => {
  const { page } = await openPage(lesson);
  const root = await opened(page);
  const { player } = expected('ts');
  const place = player.steps.findIndex((_, index) => player.state(index).output.length === 1);
  await root.getByRole('spinbutton').fill(String(place));
  await page.keyboard.press('Enter');
  const line = player.state(place).output[0]?.line ?? 0;
  const source = snippet.programs.ts.text.split('\n')[line - 1]?.trim();
  expect((await page.locator('.ec-line[aria-current="step"]:visible .code').first().innerText()).trim()).toBe(source);
  await root.locator('summary').first().click();
  expect(await page.locator('.ec-line[aria-current], .stands, .later, .why-here').count()).toBe(0);
  await closePage({ page });
});

test('“Why?” beside a printed line goes to its step and says its causes', async () => {
  const { page } = await openPage(lesson);
  await opened(page);
  const { player } = expected('ts');
  const last = player.trace.causes.length - 1;
  await page.locator('.why-here:visible').nth(last).click();
  expect(await page.locator('.chain:visible li').allInnerTexts()).toEqual(player.trace.causes[last]);
  expect(await page.locator('.line.later:visible').count()).toBe(0);
  await closePage({ page });
});

test('a link to a step opens the right language at that step', async () => {
  const { player, texts } = expected('py');
  const place = Math.floor(player.last / 2);
  const { page } = await openPage();
  await page.goto(`${pageAddress(lesson)}#step=${snippet.id}.py.0.${player.steps[place]}`);
  await slider(page).waitFor();
  expect(await said(page)).toBe(texts[place]);
  await closePage({ page });
});

test('“Link to this step” puts the address of the step into the address bar, and adds no page to go back to', async () => {
  const { page } = await openPage(lesson, { permissions: ['clipboard-read', 'clipboard-write'] });
  const root = await opened(page);
  await page.keyboard.press('Tab');
  await root.getByRole('button', { name: 'Next' }).click();
  const before = await page.evaluate(() => history.length);
  await root.getByRole('button', { name: 'Link to this step' }).click();
  await root.getByRole('button', { name: 'Link copied' }).waitFor();
  expect(page.url()).toBe(`${pageAddress(lesson)}#step=${snippet.id}.ts.0.${expected('ts').player.steps[1]}`);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await closePage({ page });
});

test('a trace that cannot be fetched is said in a sentence, and can be asked for again', async () => {
  const { page } = await openPage(lesson);
  await page.route('**/traces/**', (route) => route.abort());
  const root = steps(page);
  await root.scrollIntoViewIfNeeded();
  await root.locator('summary').first().click();
  expect(await root.getByRole('alert').innerText()).toBe(
    'The steps could not be loaded: there is no connection. Try again',
  );
  expect(await root.locator('ol').first().isVisible()).toBe(true);
  await page.unroute('**/traces/**');
  await root.getByRole('button', { name: 'Try again' }).click();
  await slider(root).waitFor();
  await closePage({ page });
});

test('without JavaScript the steps are a list', async () => {
  const { page } = await openPage(lesson, { javaScriptEnabled: false });
  const root = steps(page);
  await root.locator('summary').click();
  const { player } = expected('ts');
  expect(await root.locator('ol > li:visible').count()).toBe(player.last);
  expect(await root.getByRole('button').count()).toBe(0);
  await closePage({ page });
});

test('on paper an opened step-through is its list, a closed one is not there', async () => {
  const { page } = await openPage(lesson);
  const root = await opened(page);
  await page.emulateMedia({ media: 'print' });
  expect(await root.locator('ol > li').last().isVisible()).toBe(true);
  expect(await slider(root).isVisible()).toBe(false);
  for (const closed of await page.locator('step-through details.steps:not([open])').all())
    expect(await closed.isVisible()).toBe(false);
  await closePage({ page });
});

test('an opened step-through does not scroll sideways at 360 px', async () => {
  const { page } = await openPage(lesson, { viewport: widths.phone });
  await opened(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  await closePage({ page });
});

test('with reduced motion a step moves nothing but jumps', async () => {
  const { page } = await openPage(lesson, { reducedMotion: 'reduce' });
  const root = await opened(page);
  await root.getByRole('button', { name: 'Next' }).click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await closePage({ page });
});
