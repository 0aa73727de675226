// The short walk over every stored run of the course: nothing of weight is left out, and it is short.
import { expect, test } from 'vitest';
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import { languages } from '../../../src/languages.ts';
import { readTraces } from '../../../src/recorded/traces.ts';
import type { TraceEvent } from '../../../src/trace/events.ts';
import { shortSteps } from '../../../src/trace/replay/short-steps.ts';

const plainRuns = [...openCourse(courseRoot()).snippets.values()].flatMap((snippet) =>
  languages.flatMap((language) => {
    const stored = readTraces(snippet, language);
    return stored.state === 'fresh' ? stored.traces.runs.map(({ events }) => events) : [];
  }),
);

const narrated = (events: readonly TraceEvent[]) => new Set(shortSteps(events).flatMap((step) => step.narrated));

test('every printed line, suspension and decision of every run is a step of its own', () => {
  expect(plainRuns.length).toBeGreaterThan(100);
  for (const events of plainRuns) {
    const steps = new Set(shortSteps(events).map(({ step }) => step - 1));
    const weighty = [...events.keys()].filter((index) =>
      ['print', 'suspend', 'decision'].includes(events[index]?.kind ?? ''),
    );
    expect(weighty.filter((index) => !steps.has(index))).toEqual([]);
  }
});

test('every end, and every wake-up of a strand that goes on to a step, is told once', () => {
  for (const events of plainRuns) {
    const all = shortSteps(events).flatMap((step) => step.narrated);
    expect(new Set(all).size).toBe(all.length);
    const ends = [...events.keys()].filter((index) => events[index]?.kind === 'settle');
    if (events.at(-1)?.kind === 'exit') expect(ends.filter((index) => !narrated(events).has(index))).toEqual([]);
  }
});

test('a printed line takes at most three steps, in the middle of all runs', () => {
  const perLine = plainRuns.flatMap((events) => {
    const lines = events.filter(({ kind }) => kind === 'print').length;
    return lines > 0 ? [shortSteps(events).length / lines] : [];
  });
  expect(perLine.toSorted((a, b) => a - b)[perLine.length >> 1]).toBeLessThanOrEqual(3);
});

const race: readonly TraceEvent[] = [
  { kind: 'resume', at: 0, strand: 1, line: 2 },
  { kind: 'read', at: 0, strand: 1, line: 2, name: 'till', value: '0' },
  { kind: 'suspend', at: 0, strand: 1, line: 2, on: { kind: 'await', what: 'promise' } },
  { kind: 'write', at: 1, strand: 2, line: 2, name: 'till', value: '20' },
  { kind: 'resume', at: 2, strand: 1, line: 2 },
  { kind: 'write', at: 2, strand: 1, line: 2, name: 'till', value: '10' },
  { kind: 'write', at: 2, strand: 1, line: 3, name: 'own', value: '1' },
  { kind: 'settle', at: 2, strand: 1, how: 'return' },
  { kind: 'exit', at: 2, code: 0 },
];

test('a write that another strand reads is a step and tells the wake-up before it; a write that nobody reads is none', () => {
  expect(shortSteps(race)).toEqual([
    { step: 3, narrated: [0, 1, 2] },
    { step: 4, narrated: [3] },
    { step: 9, narrated: [7, 8] },
  ]);
});
