// Stepping through what happened: there and back, why a line came, every schedule that is stored, the one that fails.
import { expect } from 'vitest';
import { causesOf } from '../../src/trace/narrate/causes.ts';
import { compareTwins } from '../../src/trace/compare/compare.ts';
import { closePage, openPage, test, useBrowser } from './browser.ts';
import { free, lessonOf, openSteps, openView, plain, printedSoFar, seen, storedRun } from './steps-page.ts';

useBrowser('full');

test('on the way back every second step looks as it did on the way there', async () => {
  const { page, complaints, ...steps } = await openSteps(free);
  const { last, printed } = storedRun(free, 'ts');
  const press = (name: string, times: number) =>
    steps.twin.getByRole('button', { name, exact: true }).evaluate((button: HTMLElement, count) => {
      for (let pressed = 0; pressed < count; pressed++) button.click();
    }, times);
  const there = [await seen(steps)];
  for (let step = 2; step < last; step += 2) {
    await press('Next', 2);
    there.push(await seen(steps));
  }
  await press('Next', last % 2 || 2);
  expect(await printedSoFar(steps.twin)).toEqual(printed);
  await press('Previous', last % 2 || 2);
  const back = [await seen(steps)];
  while (back.length < there.length) {
    await press('Previous', 2);
    back.unshift(await seen(steps));
  }
  expect(back).toEqual(there);
  expect(new Set(there.map((one) => JSON.stringify(one))).size).toBe(there.length);
  expect(complaints).toEqual([]);
  await closePage({ page });
});

test('"Why?" says the causes of a printed line at its step, "Go there" shows the step alone', async () => {
  const { page, bench, twin, slider } = await openSteps(plain);
  const { events, printed } = storedRun(plain, 'ts');
  for (const [index, line] of printed.entries()) {
    await openView(bench, 'output');
    const recorded = twin.locator('.printed .line').nth(index);
    await recorded.getByRole('button', { name: `Why did “${line}” come here?` }).click();
    const row = twin.getByRole('group', { name: 'Printed so far' }).getByRole('listitem').filter({ hasText: line });
    expect(await row.locator('.chain > li').allInnerTexts()).toEqual(causesOf(events, index + 1));
    expect(await slider.getAttribute('aria-valuetext')).toContain(`prints "${line}"`);
  }
  await slider.press('End');
  const [, line = ''] = printed;
  await twin.getByRole('button', { name: `Go there: the step that printed “${line}”` }).click();
  expect(await slider.getAttribute('aria-valuetext')).toContain(`prints "${line}"`);
  expect((await printedSoFar(twin)).at(-1)).toBe(line);
  await closePage({ page });
});

test('row by row of both languages, the differences named are those of the two traces', async () => {
  const { page, complaints } = await openPage(lessonOf(plain), { viewport: { width: 1600, height: 900 } });
  const bench = page.locator(`work-bench[data-id="${plain}"]`);
  await bench.getByRole('button', { name: 'both', exact: true }).press('Enter');
  await openView(bench, 'steps');
  const both = bench.locator('.comparison');
  const slider = both.getByRole('slider', { name: 'Row' });
  const rows = compareTwins(storedRun(plain, 'ts').events, storedRun(plain, 'py').events);
  for (const { differences } of rows) {
    await slider.press('ArrowRight');
    const named = await both.locator('.between p:not(.now)').allInnerTexts();
    expect(named).toEqual(differences.map(({ title, says }) => `${title}: ${says}.`));
    const spoken = await slider.getAttribute('aria-valuetext');
    for (const words of named) expect(spoken).toContain(words);
  }
  expect(rows.flatMap(({ differences }) => differences)).not.toEqual([]);
  expect(await slider.inputValue()).toBe(String(rows.length));
  expect(complaints).toEqual([]);
  await closePage({ page });
});
