// The shapes of what authors write: course.yaml and the front matter of a lesson. Parsed here, trusted everywhere else.
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'an id is chapter/name, in lower case with hyphens');
const word = z.string().regex(/^[a-z0-9-]+$/, 'lower case with hyphens');

/** `lessons/course.yaml` */
export const courseSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(10),
  chapters: z
    .array(
      z.strictObject({
        id: word,
        title: z.string().min(1),
        summary: z.string().min(10),
        /** Names of lessons without the chapter, in the order of reading. */
        lessons: z.array(word).default([]),
      }),
    )
    .min(1),
  /** The concurrency APIs that readers know before the first lesson, by the names of `src/check/apis/`. */
  assumes: z.array(z.string().min(1)).default([]),
  /** Old lesson id → new lesson id; the old address leads to the new page. */
  moved: z.record(id, id).default({}),
});
export type CourseFile = z.infer<typeof courseSchema>;

/** What a lesson adds to Starlight's own front matter. Minutes are for the instructor. */
export const lessonExtension = z.object({
  description: z.string().min(20).max(180),
  minutes: z.strictObject({ teach: z.number().int().positive(), exercise: z.number().int().positive() }).optional(),
  needs: z.array(id).default([]),
  /** The concurrency APIs that this lesson explains first, by the names of `src/check/apis/`. */
  introduces: z.array(z.string().min(1)).default([]),
  objectives: z.array(z.string().min(10)).default([]),
  sources: z.array(z.string()).default([]),
});

/** The front matter of a lesson: what Starlight needs and what the course adds. */
export const lessonSchema = lessonExtension.extend({
  title: z.string().min(1),
  minutes: lessonExtension.shape.minutes.unwrap(),
  objectives: z.array(z.string().min(10)).min(1),
});
export type LessonData = z.infer<typeof lessonSchema>;

/** `snippets/<chapter>/exercises/<name>/exercise.yaml`. Texts are plain, with code between backticks. */
export const exerciseSchema = z.strictObject({
  title: z.string().min(5).max(60),
  /** The lesson that it belongs to. */
  lesson: id,
  /** To change a program that is there, or to write one. */
  kind: z.enum(['modify', 'make']),
  /** What to do. */
  task: z.string().min(20),
  /** Why the starter is not right yet. */
  start: z.string().min(10),
  /** A snippet that is the solution, and whose contract is the task; without it `solution.ts`, `solution.py` and `task.order`. */
  solution: id.optional(),
  hints: z
    .array(z.string().min(10))
    .min(1, 'an exercise has one hint at least')
    .max(3, 'an exercise has three hints at most'),
  /** `name` of `wrong-<name>.ts` or `.py` → what is wrong with whoever prints what that prints. */
  mistakes: z
    .record(word, z.string().min(10))
    .refine((mistakes) => Object.keys(mistakes).length > 0, 'an exercise names one wrong solution at least'),
});
export type ExerciseData = z.infer<typeof exerciseSchema>;
