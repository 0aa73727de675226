// Check: every lesson has the same headings in the same order, and the parts that belong below them.
import type { Lesson } from '../../course/lessons.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';

/** The headings of a lesson, in order, and the components that must stand below each. An exercise brings its hints with it. */
export const sections = [
  { heading: 'Predict', parts: ['Program', 'Answer'] },
  { heading: 'Why this order', parts: [] },
  { heading: 'TypeScript and Python', parts: [] },
  { heading: 'Change it', parts: ['Answer'] },
  { heading: 'The pitfall', parts: ['Program'] },
  { heading: 'Exercise', parts: ['Hint', 'Solution'] },
  { heading: 'Remember', parts: [] },
] as const;

export const shape: Check = {
  name: 'shape',
  title: 'every lesson has the same sections in the same order',
  run: ({ lessons }) => lessons.flatMap((lesson) => [...faultOfOrder(lesson), ...faultsOfParts(lesson)]),
};

interface Heading {
  readonly text: string;
  /** Index into the lines of the body. */
  readonly index: number;
}

/** The lines of a lesson with fenced blocks emptied, so that a `## ` in a shell fragment is no heading. */
function prose(lesson: Lesson): string[] {
  const blanked = lesson.body.replaceAll(/^(```+|~~~+)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, ''));
  return blanked.split('\n');
}

function headings(lesson: Lesson): Heading[] {
  return prose(lesson).flatMap((line, index) => {
    const text = /^##? +(.+?) *$/.exec(line)?.[1];
    return text === undefined ? [] : [{ text, index }];
  });
}

/** The first heading that is not the one that belongs there. */
function faultOfOrder(lesson: Lesson): CourseError[] {
  const found = headings(lesson);
  const expected = sections.map(({ heading }) => heading);
  const at = Array.from({ length: Math.max(found.length, expected.length) }, (_, index) => index).find(
    (index) => found[index]?.text !== expected[index],
  );
  if (at === undefined) return [];
  const [there, due] = [found[at], expected[at]];
  const what = there
    ? `the heading "## ${there.text}" stands where ${due ? `"## ${due}" belongs` : 'the lesson ends'}`
    : `the heading "## ${due}" is missing at the end`;
  const line = lesson.before + 1 + (there?.index ?? lesson.body.trimEnd().split('\n').length - 1);
  return [
    new CourseError({
      what,
      where: { file: lesson.path, line },
      fix: `the headings are, in order: ${expected.join(', ')}`,
    }),
  ];
}

function faultsOfParts(lesson: Lesson): CourseError[] {
  if (lesson.uses.length === 0) return []; // the check of the links says so
  const lines = prose(lesson);
  const found = headings(lesson);
  return sections.flatMap(({ heading, parts }) => {
    const at = found.findIndex(({ text }) => text === heading);
    const start = found[at]?.index;
    if (start === undefined) return [];
    const body = lines.slice(start, found[at + 1]?.index).join('\n');
    if (heading === 'Exercise' && /<Exercise\b/.test(body)) return [];
    return parts
      .filter((part) => !new RegExp(`<${part}\\b`).test(body))
      .map((part) => {
        const what = `"## ${heading}" has no <${part}>`;
        const fix = `write ${examples[part]} below it`;
        return new CourseError({ what, where: { file: lesson.path, line: lesson.before + 1 + start }, fix });
      });
  });
}

const examples: Record<(typeof sections)[number]['parts'][number], string> = {
  Program: '<Program id="chapter/name" />',
  Answer: '<Answer> … </Answer>',
  Hint: '<Hint> … </Hint>',
  Solution: '<Solution> … </Solution>',
};
