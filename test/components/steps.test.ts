// The step-through as the page brings it, without a script: the list of every program of the course.
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import { storedFailure } from '../../src/recorded/traces.ts';
import Steps from '../../src/components/parts/Steps.astro';
import { itemsOf, mostListed, runTitle, stepsView } from '../../src/components/view/steps-view.ts';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { pairsOf } from '../../src/course/pairs.ts';
import { languages } from '../../src/languages.ts';
import { shortSteps } from '../../src/trace/replay/short-steps.ts';
import type { StoredExplored, StoredRun } from '../../src/trace/stored.ts';
import { fullCourse } from '../full-course.ts';
import { traceOfText } from '../trace/traces.ts';

const snippets = [courseRoot(), fullCourse].flatMap((root) => [...openCourse(root).snippets.values()]);
const container = await AstroContainer.create();
const views = snippets.flatMap((snippet) => languages.flatMap((language) => stepsView(snippet, language, [1]) ?? []));

test('nearly every program can be stepped through', () => {
  expect(views.length).toBeGreaterThan(snippets.length);
});

test('the title counts the steps, and the list has them all up to a limit', () => {
  for (const { title, items, printsOnly } of views) {
    if (printsOnly) continue;
    const count = Number(/^All (\d+) steps/.exec(title)?.[1]);
    expect(count).toBeLessThanOrEqual(mostListed);
    expect(items.map(({ step }) => step)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  }
});

test('a longer list has only the steps that print a line, by their numbers', () => {
  const events = traceOfText(`setTimeout(() => console.log('a'), 1); console.log('b');`);
  const items = itemsOf(events, true);
  expect(items.map(({ text, at }) => [text, at])).toEqual([
    ['Main starts: the program starts. Main prints "b" at line 1', '0 ms'],
    [
      'Main returns. Timer callback of line 1 starts at line 1: the timer of 1 ms is due. ' +
        'Timer callback of line 1 prints "a" at line 1',
      '1 ms',
    ],
  ]);
  for (const { step } of items) expect(events[(shortSteps(events)[step - 1]?.step ?? 0) - 1]?.kind).toBe('print');
});

test('the time stands where it has changed', () => {
  const events = traceOfText(`console.log('now'); setTimeout(() => console.log('late'), 5);`);
  expect(itemsOf(events, false).flatMap(({ at }) => at ?? [])).toEqual(['0 ms', '5 ms']);
});

const explored = (cause: StoredRun['cause'], schedules: number): StoredExplored => {
  return { cause, outputs: 1, coverage: { kind: 'complete', schedules, causes: [], bound: {}, pinned: false } };
};

const run = (how: Partial<StoredRun>, schedules: number, lines: readonly string[]): StoredRun => {
  const events = lines.map((text) => ({ kind: 'print', at: 0, strand: 0, line: 1, stream: 'stdout', text }) as const);
  return { cause: 'none', ...how, schedules, exit: 0, events };
};
const usual: Partial<StoredRun> = {};
const late = (id: string): Partial<StoredRun> => {
  return { cause: 'latency', departures: [{ cause: 'latency', taken: { id }, usual: { id: 'ann' } }] };
};
const real: Partial<StoredRun> = { cause: 'threads', seed: 2 };

test('a run is called by where it leaves the usual one, and by how many schedules had its output', () => {
  const runs = [run(usual, 150, ['a', 'b']), run(late('bob'), 12, ['b', 'a']), run(late('cas'), 3, ['b'])];
  const traces = { explored: [explored('none', 1), explored('latency', 199)], runs };
  expect(runs.map((_, index) => runTitle(traces, index, index === 2))).toEqual([
    'as recorded (150 of 200 schedules)',
    'bob ends before ann: another order (12 of 200 schedules)',
    'cas ends before ann: it fails (3 of 200 schedules)',
  ]);
});

test('a run has another order only where it prints the same lines, each as often', () => {
  const others = [
    ['b', 'a', 'a'],
    ['a', 'b'],
    ['a', 'b', 'b'],
    ['a', 'a', 'c'],
  ];
  const runs = [run(usual, 1, ['a', 'a', 'b']), ...others.map((lines) => run(real, 1, lines))];
  expect(others.map((_, index) => runTitle({ explored: [], runs }, index + 1, false))).toEqual([
    'a real run under the pauses of seed 2: another order',
    'a real run under the pauses of seed 2: another output',
    'a real run under the pauses of seed 2: another output',
    'a real run under the pauses of seed 2: another output',
  ]);
});

test('a program that no engine runs under schedules has no count of schedules', () => {
  expect(runTitle({ explored: [], runs: [run(usual, 1, [])] }, 0, false)).toBe('as recorded');
});

test('the broken half of a pair begins with its failing schedule', () => {
  const halves = pairsOf(snippets).flatMap(({ broken }) => languages.map((language) => ({ broken, language })));
  for (const { broken, language } of halves) {
    const view = stepsView(broken, language, [1]);
    if (!storedFailure(broken, language) || !view) continue;
    expect(view.title).toMatch(/ of the failing schedule$/);
    expect(view.runs[view.run] ?? 'as recorded: it fails').toContain('it fails');
  }
});

test('the list is there without a script, closed', async () => {
  const [view] = views;
  const html = await container.renderToString(Steps, { props: { view } });
  expect(html).toContain(`<div class="steps" data-twin="${view?.twin}" data-src="${view?.src}"`);
  expect(html).toContain(`<summary>${view?.title}</summary>`);
  expect(html.match(/<li/g)).toHaveLength(view?.items.length ?? 0);
  expect(html).not.toContain('<details open');
});
