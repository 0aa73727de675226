// The pages that the browser tests open: taken from the course itself, so that no test names a lesson.
import { openCourse } from '../../src/course/course.ts';
import { courseRoot } from '../../src/course/files.ts';
import { proofPage } from '../../src/site/proof-page.ts';

const course = openCourse(courseRoot());

/** Addresses below the site's base: the home page, the first lesson of each chapter, the page about the proof, and an address that leads nowhere. */
export const home = '';
export const lessons = course.lessons.map((lesson) => `${lesson.id}/`);
export const firstLessons = course.chapters.flatMap((chapter) =>
  chapter.lessons[0] ? [`${chapter.lessons[0].id}/`] : [],
);
export const proof = proofPage.path.slice(1);
export const glossary = 'glossary/';
export const nowhere = 'no/such/page/';
export const [firstLesson = ''] = lessons;
export const [, secondLesson = ''] = lessons;
export const firstTitle = course.lessons[0]?.data.title ?? '';
export const chapterTitles = course.chapters.map((chapter) => chapter.title);

export const widths = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 900 } } as const;
