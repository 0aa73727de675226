// The course as data: what course.yaml lists, read from disk and held together by ids.
import { CourseError } from '../error.ts';
import type { Place } from '../error.ts';
import { readExercises } from './exercises.ts';
import type { Exercise } from './exercises.ts';
import { readCourseFile, readLessons } from './lessons.ts';
import type { Lesson } from './lessons.ts';
import { nearest } from '../nearest.ts';
import { readSnippets } from './snippets.ts';
import type { Snippet } from './snippets.ts';

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly Lesson[];
}

export interface Course {
  readonly root: string;
  readonly title: string;
  readonly description: string;
  readonly chapters: readonly Chapter[];
  readonly lessons: readonly Lesson[];
  readonly snippets: ReadonlyMap<string, Snippet>;
  /** In the order of the lessons that they belong to. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The concurrency APIs that readers know before the first lesson. */
  readonly assumes: readonly string[];
  /** Old lesson id → new lesson id. */
  readonly moved: Readonly<Record<string, string>>;
  /** Everything that is wrong with the content itself; a course with problems can still be read. */
  readonly problems: readonly CourseError[];
}

/** Reads the course below `root`. Only a course without a usable course.yaml throws. */
export function readCourse(root: string): Course {
  const problems: CourseError[] = [];
  const { data, path } = readCourseFile(root);
  const lessons = readLessons(root, data, problems);
  const snippets = readSnippets(root, problems);
  const exercises = readExercises(root, snippets, problems);
  problems.push(...movedFaults(data.moved, lessons, path));
  return {
    root,
    title: data.title,
    description: data.description,
    chapters: data.chapters.map((chapter) => ({
      ...chapter,
      lessons: lessons.filter((lesson) => lesson.chapter === chapter.id),
    })),
    lessons,
    snippets,
    exercises: inOrder(exercises, lessons),
    assumes: data.assumes,
    moved: data.moved,
    problems,
  };
}

/** As the lessons name them; those that none names come last. */
function inOrder(exercises: ReadonlyMap<string, Exercise>, lessons: readonly Lesson[]): Map<string, Exercise> {
  const named = lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id));
  return new Map(
    [...new Set([...named, ...exercises.keys()])].flatMap((id) => {
      const exercise = exercises.get(id);
      return exercise ? [[id, exercise]] : [];
    }),
  );
}

/** Reads the course and throws its first problem. */
export function openCourse(root: string): Course {
  const course = readCourse(root);
  const problem = course.problems[0];
  if (problem) throw problem;
  return course;
}

/** The snippet with this id, or an error that names the nearest one; `where` is where the id was written. */
export function requireSnippet(course: Course, id: string, where?: Place): Snippet {
  const found = course.snippets.get(id);
  if (found) return found;
  const broken = course.problems.find(({ where: at }) => at?.file.startsWith(`snippets/${id}.`));
  if (broken) throw broken;
  throw new CourseError({
    what: `no snippet "${id}"`,
    fix: suggestion(course, id),
    kind: where ? 'course' : 'misuse',
    ...(where ? { where } : {}),
  });
}

/** The exercise with this id, or an error that names the nearest one; `where` is where the id was written. */
export function requireExercise(course: Course, id: string, where?: Place): Exercise {
  const found = course.exercises.get(id);
  if (found) return found;
  const folder = `snippets/${id.replace('/', '/exercises/')}/`;
  const broken = course.problems.find(({ where: at }) => at?.file.startsWith(folder));
  if (broken) throw broken;
  const guess = nearest(id, [...course.exercises.keys()]);
  const list = 'npm run course -- exercise list';
  throw new CourseError({
    what: `no exercise "${id}"`,
    fix: guess ? `did you mean "${guess}"? All: ${list}` : list,
    kind: where ? 'course' : 'misuse',
    ...(where ? { where } : {}),
  });
}

function suggestion(course: Course, id: string): string {
  const known = [...course.snippets.keys()];
  const guess = nearest(id, known);
  const chapter = id.split('/')[0] ?? '';
  const beside = known.filter((name) => name.startsWith(`${chapter}/`)).map((name) => name.split('/')[1]);
  const here = beside.length > 0 ? `In this chapter: ${beside.join(', ')}` : 'npm run course -- list';
  return guess ? `did you mean "${guess}"? ${here}` : here;
}

function movedFaults(moved: Course['moved'], lessons: readonly Lesson[], file: string): CourseError[] {
  const ids = new Set(lessons.map((lesson) => lesson.id));
  return Object.entries(moved).flatMap(([from, to]) => {
    if (ids.has(to) && !ids.has(from)) return [];
    const what = ids.has(from)
      ? `moved: "${from}" is still a lesson, so it cannot lead elsewhere`
      : `moved: "${from}" leads to "${to}", which is no lesson`;
    return [new CourseError({ what, where: { file }, fix: 'lead it to a lesson that exists, or delete the line' })];
  });
}
