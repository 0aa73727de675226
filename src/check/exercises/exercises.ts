// Check: an exercise and its lesson name each other, and its programs and contracts are as those of the course.
import type { Course } from '../../course/course.ts';
import { requireExercise } from '../../course/course.ts';
import type { Exercise } from '../../course/exercises.ts';
import type { Lesson } from '../../course/lessons.ts';
import { attempt, CourseError } from '../../error.ts';
import { nearest } from '../../nearest.ts';
import type { Check } from '../check.ts';
import { faultsOfContracts } from '../programs/contracts.ts';
import { faultsOfProgram, pythonOf } from '../programs/programs.ts';

export const exercises: Check = {
  name: 'exercises',
  title: 'every exercise stands in its lesson, and its files are in order',
  run: ({ course, lessons, exercises: own }) => {
    const python = pythonOf(course.root);
    return [
      ...lessons.flatMap((lesson) => unknownUses(course, lesson)),
      ...own.flatMap((exercise) => [
        ...faultOfLesson(course, exercise),
        ...[exercise, ...exercise.attempts].flatMap(faultsOfContracts),
        ...programsOf(exercise).flatMap((program) => faultsOfProgram(program, python)),
      ]),
    ];
  },
};

function programsOf({ starts, solutions, attempts }: Exercise) {
  const wrong = attempts.flatMap(({ programs: { ts, py } }) => [ts ?? [], py ?? []].flat());
  return [
    ...new Map([starts.ts, starts.py, solutions.ts, solutions.py, ...wrong].map((one) => [one.path, one])).values(),
  ];
}

function unknownUses(course: Course, { path, exercises: uses }: Lesson): CourseError[] {
  return uses.flatMap(({ id, line }) => {
    const found = attempt(() => requireExercise(course, id, { file: path, line }));
    return 'error' in found && !course.problems.includes(found.error) ? [found.error] : [];
  });
}

function faultOfLesson({ lessons }: Course, { id, path, data }: Exercise): CourseError[] {
  const lesson = lessons.find((one) => one.id === data.lesson);
  const where = { file: path };
  if (!lesson) {
    const guess = nearest(
      data.lesson,
      lessons.map((one) => one.id),
    );
    const fix = guess ? `did you mean "${guess}"?` : 'npm run course -- list shows the lessons';
    return [new CourseError({ what: `there is no lesson "${data.lesson}"`, where, fix })];
  }
  if (lesson.exercises.some((use) => use.id === id)) return [];
  const fix = `write <Exercise id="${id}" /> below "## Exercise" in ${lesson.path}`;
  return [new CourseError({ what: `no lesson shows the exercise "${id}"`, where, fix })];
}
