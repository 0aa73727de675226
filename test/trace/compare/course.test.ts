// Both twins of every snippet of the course side by side, from their stored traces.
import { describe, expect, test } from 'vitest';
import { readTraces } from '../../../src/recorded/traces.ts';
import { openCourse } from '../../../src/course/course.ts';
import { courseRoot } from '../../../src/course/files.ts';
import type { Snippet } from '../../../src/course/snippets.ts';
import { languages } from '../../../src/languages.ts';
import type { Language } from '../../../src/languages.ts';
import { compareTwins } from '../../../src/trace/compare/compare.ts';
import type { ComparedRow } from '../../../src/trace/compare/compare.ts';

const course = openCourse(courseRoot());
const snippets = [...course.snippets.values()].flatMap((snippet) => {
  const [ts, py] = languages.map((language) => readTraces(snippet, language));
  if (ts?.state !== 'fresh' || py?.state !== 'fresh') return [];
  const events = { ts: ts.traces.runs[0]?.events ?? [], py: py.traces.runs[0]?.events ?? [] };
  return [{ id: snippet.id, snippet, events, rows: compareTwins(events.ts, events.py) }];
});

const printedBy = (rows: readonly ComparedRow[], language: Language) =>
  rows.filter(({ by }) => by[language] !== undefined);
const lone = (rows: readonly ComparedRow[], language: Language) =>
  printedBy(rows, language).filter(({ by }) => by.ts === undefined || by.py === undefined);

/** The lines that a contract gives to one twin alone; undefined where a part of a line or the order may vary. */
function declared({ contracts }: Snippet, language: Language): string[] | undefined {
  const { text } = contracts[language];
  if (contracts.ts.path !== contracts.py.path || /^[^~]*<\w|~ (?:any order|lane|either)/m.test(text))
    return undefined;
  return [...text.matchAll(/^\s*~ (ts|py): (.*?) because: /gm)].flatMap(([, twin, line]) =>
    twin === language && line !== undefined ? [line] : [],
  );
}

test('every snippet has traces of both twins', () => expect(snippets.length).toBe(course.snippets.size));

describe.each(snippets)('$id', ({ snippet, events, rows }) => {
  test.each(languages)('the rows hold every printed line of the %s twin and every step', (language) => {
    const printed = events[language].flatMap((event) => (event.kind === 'print' ? [event.text] : []));
    expect(printedBy(rows, language).map(({ text }) => text)).toEqual(printed);
    const ends = rows.map((row) => row[language].to);
    expect(rows.map((row) => row[language].from)).toEqual([0, ...ends.slice(0, -1)]);
    expect(ends.at(-1)).toBe(events[language].length);
  });

  test('a line of one twin alone comes with a difference, in words that know their strands and lines', () => {
    const says = rows.flatMap((row) => row.differences.map((one) => one.says));
    if (lone(rows, 'ts').length + lone(rows, 'py').length > 0) expect(says).not.toEqual([]);
    const ownWords = says.map((one) => one.replaceAll(/"[^"]*"/g, '""')); // a program may print "undefined"
    expect(ownWords.join('\n')).not.toMatch(/undefined|NaN|line 0\b|\blane \d|#\d+ #/);
    expect(new Set(says).size).toBe(says.length);
  });

  test.each(languages)(
    'the lines that the contract gives to the %s twin are those at which the rows part',
    (language) => {
      const lines = declared(snippet, language);
      if (lines) expect(lone(rows, language).map(({ text }) => text)).toEqual(lines);
    },
  );
});
