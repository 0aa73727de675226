// By keyboard and by ear: from the top of a lesson to the last step and back, and what a screen reader says of the steps.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { languages } from '../../src/languages.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { firstWhy, goTo, openSteps, plain, storedRun } from './steps-page.ts';

useBrowser('full');
const { firstLesson } = pages();

interface Focused {
  readonly name: string;
  /** It is on the screen and has a mark that others do not have. */
  readonly isVisible: boolean;
}

/** What has the focus. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom > top;
    const name = `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent.trim()}`;
    return { name, isVisible: isMarked && isOnScreen && element.matches(':focus-visible') };
  });
}

/** Presses Tab until the thing with this name has the focus; what had it on the way and was not visible. */
async function tabTo(page: Page, name: string | RegExp): Promise<string[]> {
  const hidden: string[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now.isVisible) hidden.push(now.name);
    if (now.name.match(name)) return hidden;
  }
  throw new Error(`200 times Tab do not lead to ${String(name)}`);
}

test('by keyboard alone from the top of a lesson to the last step of its first program and back', async () => {
  const { page, complaints } = await openPage(firstLesson);
  expect(await tabTo(page, /^button Predict$/)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toEqual({ name: 'button Steps', isVisible: true });
  const slider = page.getByRole('slider', { name: 'Step' });
  await slider.waitFor();
  expect(await tabTo(page, /^button Next/)).toEqual([]);
  const last = Number(await slider.getAttribute('max'));
  const place = () => slider.inputValue();
  for (let step = 1; step <= last; step++) {
    await page.keyboard.press(step % 2 === 0 ? '.' : 'ArrowRight');
    expect(await place()).toBe(String(step));
  }
  expect(await focused(page)).toEqual({ name: 'button Next', isVisible: true });
  for (let step = last - 1; step >= 0; step--) await page.keyboard.press(step % 2 === 0 ? ',' : 'ArrowLeft');
  expect(await place()).toBe('0');
  await page.keyboard.press('End');
  expect(await place()).toBe(String(last));
  await page.keyboard.press('Home');
  expect(await place()).toBe('0');
  expect(await focused(page)).toEqual({ name: 'button Next', isVisible: true });
  await page.keyboard.press('n');
  const printing = await slider.getAttribute('aria-valuetext');
  expect(printing).toContain(' prints "');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  expect(await slider.getAttribute('aria-valuetext')).toBe(printing);
  const keys = page.locator('.keys:visible');
  await page.keyboard.press('?');
  expect(await keys.innerText()).toContain('next and previous printed line');
  await page.keyboard.press('?');
  expect(await keys.count()).toBe(0);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the tabs go round by arrows and to the ends by Home and End; only the chosen one takes part in Tab', async () => {
  const { page, bench, slider } = await openSteps(plain);
  const chosen = () => bench.locator('[role=tab][aria-selected=true]').innerText();
  const tab = bench.getByRole('tab', { name: 'Steps' });
  await tab.focus();
  const visited: string[] = [];
  for (const key of ['End', 'ArrowRight', 'ArrowLeft', 'Home', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key);
    visited.push((await chosen()).split(/\s/)[0] ?? '');
  }
  expect(visited).toEqual(['Contract', 'Predict', 'Contract', 'Predict', 'Output', 'Steps']);
  expect(await bench.locator('[role=tab][tabindex="0"]').count()).toBe(1);
  expect(await slider.inputValue()).toBe('0');
  await closePage({ page });
});

test('steps that were left and opened again are where they were', async () => {
  const { page, bench, slider, number } = await openSteps(plain);
  await goTo({ slider, number }, 4);
  await bench.getByRole('tab', { name: 'Output' }).click();
  expect(await slider.isVisible()).toBe(false);
  await bench.getByRole('tab', { name: 'Steps' }).click();
  expect(await slider.inputValue()).toBe('4');
  await closePage({ page });
});

test('a key among the panels makes one step, and a number box keeps its keys', async () => {
  const { page, twin, slider, number } = await openSteps(plain, 'ts', { viewport: { width: 390, height: 780 } });
  await goTo({ slider, number }, 10);
  await firstWhy(twin).press('ArrowRight');
  expect(await slider.inputValue()).toBe('11');
  await number.press('Home');
  expect(await slider.inputValue()).toBe('11');
  await closePage({ page });
});

/** The names of the controls, by role. */
const controls = (place: number, last: number) => `- group "Steps":
  - button "Previous"
  - button "Play"
  - button "Next"
  - slider "Step": "${place}"
  - text: Step
  - spinbutton "Step number": "${place}"
  - text: of ${last}`;

/** What the slider says at some steps of each twin. */
const spoken = {
  ts: [
    [0, 'Step 0 of 14. Before the first step.'],
    [
      2,
      'Step 2 of 14. Async function brew #1 starts at line 2: called by main at line 10. ' +
        'Async function brew #1 prints "tea: starts" at line 3. Printed so far: main: calls; tea: starts.',
    ],
    [
      5,
      'Step 5 of 14. Main suspends at line 12: it awaits the promise of async function brew #1. ' +
        'Microtask queue: resume async function brew #1 at line 4. ' +
        'Printed so far: main: calls; tea: starts; main: has called.',
    ],
    [
      7,
      'Step 7 of 14. Async function brew #1 returns. ' +
        'Main resumes at line 12: the promise of async function brew #1 is fulfilled. ' +
        'Main prints "main: tea is ready" at line 12. Printed so far: 5 lines, the last one main: tea is ready.',
    ],
    [
      14,
      'Step 14 of 14. Main returns. The program ends with exit code 0. ' +
        'Printed so far: 9 lines, the last one main: coffee is ready.',
    ],
  ],
  py: [
    [
      1,
      'Step 1 of 14. The main program starts: the program starts. ' +
        'The main program suspends at line 23: the event loop runs. Ready queue: start task main.',
    ],
    [
      5,
      'Step 5 of 14. Task main suspends at line 7: it gives way once, by sleep(0). Ready queue: resume task main. ' +
        'Printed so far: main: calls; main: has called; tea: starts.',
    ],
    [
      13,
      'Step 13 of 14. Task brew returns. Task main resumes at line 20: scheduled by task brew at line 9. ' +
        'Task main prints "main: coffee is ready" at line 20. ' +
        'Printed so far: 9 lines, the last one main: coffee is ready.',
    ],
  ],
} as const;

test.for(languages)(
  'a screen reader hears what happens, what waits and what has been printed (%s)',
  async (language) => {
    const { page, twin, slider, number } = await openSteps(plain, language);
    const heard: [number, string | null][] = [];
    for (const [step] of spoken[language]) {
      await goTo({ slider, number }, step);
      heard.push([step, await slider.getAttribute('aria-valuetext')]);
    }
    expect(heard).toEqual(spoken[language]);
    await goTo({ slider, number }, 4);
    const { last } = storedRun(plain, language);
    expect(await twin.getByRole('group', { name: 'Steps', exact: true }).ariaSnapshot()).toBe(controls(4, last));
    await closePage({ page });
  },
);

test('each step is announced once, politely; the slider, which says it itself, leaves the region silent', async () => {
  const { page, twin, slider } = await openSteps(plain);
  const region = twin.locator('.player [aria-live]');
  expect(await region.count()).toBe(1);
  expect(await region.getAttribute('aria-live')).toBe('polite');
  const heard: string[] = [];
  await twin.getByRole('button', { name: 'Next', exact: true }).focus();
  for (let times = 0; times < 2; times++) {
    await page.keyboard.press('ArrowRight');
    heard.push((await region.textContent()) ?? '');
  }
  expect(heard).toEqual([
    'Main starts: the program starts. Main prints "main: calls" at line 9.',
    'Async function brew #1 starts at line 2: called by main at line 10. ' +
      'Async function brew #1 prints "tea: starts" at line 3.',
  ]);
  await slider.press('ArrowRight');
  expect(await region.textContent()).toBe(heard[1]);
  expect(await twin.locator('svg:not([aria-hidden=true], [aria-hidden=true] *)').count()).toBe(0);
  await closePage({ page });
});
