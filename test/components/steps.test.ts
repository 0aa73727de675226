// The step-through as the page brings it, without a script: the list of every program of the course.
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import { readTraces } from '../../src/check/trace-evidence.ts';
import Steps from '../../src/components/Steps.astro';
import { itemsOf, mostListed, runTitle, stepsView } from '../../src/components/steps-view.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { pairsOf } from '../../src/course/pairs.ts';
import { languages } from '../../src/languages.ts';
import { stops } from '../../src/trace/replay.ts';
import { traceOfText } from '../trace/traces.ts';

const course = openCourse(courseRoot());
const snippets = [...course.snippets.values()];
const container = await AstroContainer.create();
const views = snippets.flatMap((snippet) => languages.flatMap((language) => stepsView(snippet, language, [1]) ?? []));

test('nearly every program can be stepped through', () => {
  expect(views.length).toBeGreaterThan(snippets.length);
});

test('the title counts the steps, and the list has them all up to a limit', () => {
  for (const { title, items, printsOnly } of views) {
    const count = Number(/(\d+) steps?$/.exec(title)?.[1]);
    if (printsOnly) expect(count).toBeGreaterThan(mostListed);
    else expect(items.map(({ step }) => step)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

test('a longer list has only the steps that print a line, by their numbers', () => {
  const events = traceOfText(`setTimeout(() => console.log('a'), 1); console.log('b');`);
  const items = itemsOf(events, true);
  expect(items.map(({ text, at }) => [text, at])).toEqual([
    ['Main prints "b" at line 1', '0 ms'],
    ['Timer callback of line 1 prints "a" at line 1', '1 ms'],
  ]);
  for (const { step } of items) expect(events[(stops(events)[step] ?? 0) - 1]?.kind).toBe('print');
});

test('the time stands where it has changed', () => {
  const events = traceOfText(`setTimeout(() => console.log('late'), 5);`);
  expect(itemsOf(events, false).flatMap(({ at }) => at ?? [])).toEqual(['0 ms', '5 ms']);
});

test('a run is called by its seed and cause, and by how many schedules had its output', () => {
  const traces = { explored: [{ schedules: 1 }, { schedules: 199 }] };
  expect(runTitle(traces, { cause: 'none', seed: 1, schedules: 150 }, 0, false)).toBe(
    'as recorded (150 of 200 schedules)',
  );
  expect(runTitle(traces, { cause: 'latency', seed: 7, schedules: 12 }, 1, false)).toBe(
    'seed 7 of latency: another order (12 of 200 schedules)',
  );
  expect(runTitle(traces, { cause: 'latency', seed: 9, schedules: 3 }, 2, true)).toBe(
    'seed 9 of latency: it fails (3 of 200 schedules)',
  );
});

test('a program that no virtual clock rules has no count of schedules', () => {
  expect(runTitle({ explored: [] }, { cause: 'none', seed: 1, schedules: 1 }, 0, false)).toBe('as recorded');
});

test('the broken half of a pair begins with its failing schedule', () => {
  for (const { broken } of pairsOf(snippets)) {
    const evidence = readTraces(broken, 'ts');
    const view = stepsView(broken, 'ts', [1]);
    if (evidence.state !== 'fresh' || !view) continue;
    expect(view.title).toMatch(/^Step through the failing schedule: \d+ steps$/);
    expect(view.runs[view.run] ?? 'as recorded: it fails').toContain('it fails');
  }
});

test('the list is there without a script, closed', async () => {
  const [view] = views;
  const html = await container.renderToString(Steps, { props: { view } });
  expect(html).toContain(`<step-through data-twin="${view?.twin}" data-src="${view?.src}"`);
  expect(html).toContain(`<summary>${view?.title}</summary>`);
  expect(html.match(/<li/g)).toHaveLength(view?.items.length ?? 0);
  expect(html).not.toContain('<details open');
});
