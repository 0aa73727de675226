// How the tests of the workbench find a program on its page, open one of its views, and say what is then seen.
import type { Locator, Page } from 'playwright-core';
import { readTraces } from '../../src/recorded/traces.ts';
import { requireSnippet } from '../../src/course/course.ts';
import { fixedId } from '../../src/course/halves.ts';
import type { Mode } from '../../src/components/bench/modes.ts';
import { modeTitles } from '../../src/components/bench/modes.ts';
import { languageNames } from '../../src/languages.ts';
import type { Language } from '../../src/languages.ts';
import { shortSteps } from '../../src/trace/replay/short-steps.ts';
import type { StoredTraces } from '../../src/trace/stored.ts';
import { openPage } from './browser.ts';
import type { Watched } from './browser.ts';
import { siteCourse } from './sites.ts';

/**
 * Programs of the full course: one with a plain order, one that is folded into a solution on the same page, one whose outputs
 * differ between schedules, and a pair that a schedule breaks.
 */
export const plain = 'calls/kettle';
export const folded = 'calls/kettle-once';
export const free = 'many/pages';
export const pair = 'many/till';

/** The address of the lesson that shows a snippet; the broken half of a pair stands with its repair. */
export function lessonOf(id: string): string {
  const lesson = siteCourse().lessons.find(({ uses }) => uses.some((use) => use.id === fixedId(id)));
  if (!lesson) throw new Error(`no lesson shows ${id}`);
  return `${lesson.id}/`;
}

function stored(id: string, language: Language): StoredTraces {
  const stored = readTraces(requireSnippet(siteCourse(), id), language);
  if (stored.state !== 'fresh') throw new Error(stored.reason);
  return stored.traces;
}

/** The events of a stored run, and how many short steps a reader makes through them. */
export function storedRun(id: string, language: Language, run = 0) {
  const events = stored(id, language).runs[run]?.events ?? [];
  const printed = events.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
  return { events, printed, last: shortSteps(events).length };
}

export interface Steps {
  readonly page: Page;
  /** The workbench, and the program in it with its views and the controls at its foot. */
  readonly bench: Locator;
  readonly twin: Locator;
  readonly slider: Locator;
  readonly number: Locator;
}

export function stepsOf(page: Page, id: string, language: Language): Steps {
  const bench = page.locator(`work-bench[data-id="${fixedId(id)}"]`);
  const twin = bench.locator(`.twin[data-id="${id}"][data-language=${language}]`);
  return {
    page,
    bench,
    twin,
    slider: twin.getByRole('slider', { name: 'Step' }),
    number: twin.getByRole('spinbutton', { name: 'Step number' }),
  };
}

/** Opens the lesson of a program, and its steps, with the mouse. */
export async function openSteps(
  id: string,
  language: Language = 'ts',
  options: Parameters<typeof openPage>[1] = {},
): Promise<Watched & Steps> {
  const watched = await openPage(lessonOf(id), options);
  const steps = stepsOf(watched.page, id, language);
  await unfold(steps, id, language);
  return { ...watched, ...steps };
}

/** Opens the steps as a reader does: the answer that they may be folded into, the language, the half of a pair, then they themselves. */
export async function unfold({ page, bench, slider }: Steps, id: string, language: Language): Promise<void> {
  const folds = page.locator('details.fold', { has: bench });
  for (const fold of await folds.all())
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  await bench.getByRole('button', { name: languageNames[language], exact: true }).click();
  await openView(bench, 'steps');
  const half = bench.getByRole('button', { name: id === fixedId(id) ? 'fixed' : 'broken', exact: true });
  if ((await half.count()) > 0) await half.click();
  await slider.waitFor();
}

export async function openView(bench: Locator, mode: Mode): Promise<void> {
  await bench.getByRole('tab', { name: modeTitles[mode] }).click();
}

export async function goTo({ number, slider }: Pick<Steps, 'number' | 'slider'>, step: number): Promise<void> {
  await number.fill(String(step));
  await number.press('Enter');
  await slider.and(slider.page().locator(`[aria-valuetext^="Step ${step} of"]`)).waitFor();
}

/** What a reader sees of a step: every visible word of the twin, the line of code that is marked, and how far the lanes have come. */
export async function seen({ twin, slider }: Pick<Steps, 'twin' | 'slider'>): Promise<object> {
  return {
    step: await slider.getAttribute('aria-valuetext'),
    words: await twin.innerText(),
    line: await markedLine(twin),
    strands: await twin.locator('.score .cursor').getAttribute('style'),
  };
}

/** The line of code that is marked as the one of the step; undefined where none is. */
export async function markedLine(twin: Locator): Promise<string | undefined> {
  const lines = await twin.locator('pre [aria-current="step"]').allInnerTexts();
  return lines[0]?.trim();
}

/** The lines that the view shows as printed so far. */
export async function printedSoFar(twin: Locator): Promise<string[]> {
  return twin.getByRole('group', { name: 'Printed so far' }).locator('li:not(.later) > div > samp').allInnerTexts();
}

/** "Why?" of the first line that is printed so far. */
export function firstWhy(twin: Locator): Locator {
  return twin
    .getByRole('group', { name: 'Printed so far' })
    .getByRole('button', { name: /^Why did/ })
    .first();
}
