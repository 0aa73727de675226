// Check: no sentence of the template is left in a lesson. `course new lesson` writes these sentences; an author replaces them.
import { CourseError } from '../../error.ts';
import type { Lesson } from '../../course/lessons.ts';
import type { Check } from '../check.ts';

/** By where they stand. */
export const templateProse = {
  description: 'One sentence that says what the reader will know.',
  objective: 'Say which line comes first, and why.',
  answer: 'The answer, with the reason.',
  rule: 'The rule of the engine, and the lines that it decides.',
  languages: 'What differs, and what that shows.',
  pitfall: 'What goes wrong, and what to do instead.',
  exercise: 'What to change, and what must be printed then.',
  hint: 'Where to look first.',
  solution: 'The program, and the reason.',
  remember: 'One rule in one line.',
} as const;

export const template: Check = {
  name: 'template',
  title: 'no lesson has a sentence of the template',
  run: ({ lessons }) => lessons.flatMap(leftIn),
};

function leftIn({ path, body, before, data }: Lesson): CourseError[] {
  const fix = 'write it anew, for this lesson';
  const above = data.description === templateProse.description ? [new CourseError({ what: `"${data.description}" is the template's`, where: { file: path }, fix })] : [];
  const below = Object.values(templateProse).flatMap((prose) => {
    const at = body.indexOf(prose);
    if (at < 0) return [];
    const line = before + body.slice(0, at).split('\n').length;
    const [first = ''] = prose.split('\n');
    return [new CourseError({ what: `"${first}" is the template's`, where: { file: path, line }, fix })];
  });
  return [...above, ...below];
}
