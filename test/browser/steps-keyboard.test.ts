// By keyboard and by ear: from the top of a lesson to the last step and back, and what a screen reader says of the steps.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { languages } from '../../src/languages.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { goTo, openSteps, plain } from './steps-page.ts';

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
  expect(await tabTo(page, /^summary Step through/)).toEqual([]);
  await page.keyboard.press('Enter');
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
  expect(await tabTo(page, /^summary All steps as a list/)).toEqual([]);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('the keys work on the summary too, which still closes; opened again, the place is kept', async () => {
  const { page, element, slider } = await openSteps(plain);
  const summary = element.locator('summary').first();
  for (const key of ['ArrowRight', '.', 'ArrowRight', 'ArrowLeft']) await summary.press(key);
  expect(await slider.inputValue()).toBe('2');
  await summary.press('Space');
  await slider.waitFor({ state: 'detached' });
  await summary.press('ArrowRight');
  await summary.press('Enter');
  await slider.waitFor();
  expect(await slider.inputValue()).toBe('2');
  await closePage({ page });
});

test('a key in the panels below the player makes one step, and a number box keeps its keys', async () => {
  const { page, twin, slider, number } = await openSteps(plain, 'ts', { viewport: { width: 390, height: 780 } });
  await goTo({ slider, number }, 10);
  await twin.locator('.panels').getByRole('button', { name: 'Go there' }).first().press('ArrowRight');
  expect(await slider.inputValue()).toBe('11');
  await number.press('Home');
  expect(await slider.inputValue()).toBe('11');
  await closePage({ page });
});

/** The names of the controls, by role. */
const controls = (place: number, last: number) => `- group "Steps":
  - button "Previous"
  - button "Next"
  - button "Play"
  - combobox "Speed":
    - option "0.5×"
    - option "1×" [selected]
    - option "2×"
    - option "4×"
  - slider "Step": "${place}"
  - text: Step
  - spinbutton "Step number": "${place}"
  - text: of ${last}`;

/** What the slider says at five steps of each twin. */
const spoken = {
  ts: [
    [0, 'Step 0 of 53. Before the first step.'],
    [
      4,
      'Step 4 of 53. Async function brew #1 starts at line 2: called by main at line 10. Printed so far: main: calls.',
    ],
    [
      8,
      'Step 8 of 53. A job waits in the microtask queue: resume async function brew #1 at line 4. ' +
        'Microtask queue: resume async function brew #1 at line 4. Printed so far: main: calls; tea: starts.',
    ],
    [
      18,
      'Step 18 of 53. Main resumes at line 12: the promise of async function brew #1 is fulfilled. ' +
        'Printed so far: 4 lines, the last one tea: goes on.',
    ],
    [
      53,
      'Step 53 of 53. The program ends with exit code 0. Printed so far: 9 lines, the last one main: coffee is ready.',
    ],
  ],
  py: [
    [1, 'Step 1 of 38. The main program starts: the program starts.'],
    [4, 'Step 4 of 38. The main program suspends at line 23: the event loop runs. Ready queue: start task main.'],
    [
      11,
      'Step 11 of 38. Task main suspends at line 7: it gives way once, by sleep(0). Ready queue: resume task main. ' +
        'Printed so far: main: calls; main: has called; tea: starts.',
    ],
    [
      21,
      'Step 21 of 38. Task brew starts at line 5: scheduled by task main at line 18. ' +
        'Printed so far: 6 lines, the last one main: has scheduled.',
    ],
    [
      32,
      'Step 32 of 38. Task main prints "main: coffee is ready" at line 20. ' +
        'Printed so far: 9 lines, the last one main: coffee is ready.',
    ],
  ],
} as const;

test.for(languages)(
  'a screen reader hears what happens, what waits and what has been printed (%s)',
  async (language) => {
    const { page, element, slider, number } = await openSteps(plain, language);
    const heard: [number, string | null][] = [];
    for (const [step] of spoken[language]) {
      await goTo({ slider, number }, step);
      heard.push([step, await slider.getAttribute('aria-valuetext')]);
    }
    expect(heard).toEqual(spoken[language]);
    await goTo({ slider, number }, 4);
    const last = language === 'ts' ? 53 : 38;
    expect(await element.getByRole('group', { name: 'Steps', exact: true }).ariaSnapshot()).toBe(controls(4, last));
    await closePage({ page });
  },
);

test('no part of the step-through is announced by itself while a reader steps', async () => {
  const { page, twin, slider } = await openSteps(plain);
  await slider.press('End');
  expect(await twin.locator('[aria-live]:not(figure *), [role=status], [role=alert], [role=log]').count()).toBe(0);
  expect(await twin.locator('svg:not([aria-hidden=true], [aria-hidden=true] *)').count()).toBe(0);
  await closePage({ page });
});
