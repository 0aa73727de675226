// Check: a lesson places each program once: all that there is to see of it stands in that one place. A region of a program is a
// place of its own.
import { CourseError } from '../../error.ts';
import type { Lesson } from '../../course/lessons.ts';
import type { Check } from '../check.ts';

export const once: Check = {
  name: 'once',
  title: 'a lesson places each program once',
  run: ({ lessons }) => lessons.flatMap(placedAgain),
};

function placedAgain({ path, uses }: Lesson): CourseError[] {
  return uses.flatMap(({ id, region, line }, index) => {
    const first = uses.findIndex((other) => other.id === id && other.region === region);
    if (first === index) return [];
    const fix = `delete it: the one in line ${uses[first]?.line} has every view of the program`;
    return [new CourseError({ what: `this lesson places "${id}" twice`, where: { file: path, line }, fix })];
  });
}
