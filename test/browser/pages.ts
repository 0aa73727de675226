// The pages that the browser tests open: taken from the course of the site, so that no test names a lesson.
import { proofPage } from '../../src/site/proof-page.ts';
import { siteCourse } from './sites.ts';

/** Addresses below the site's base: the home page, the page about the proof, the glossary, and one that leads nowhere. */
export const home = '';
export const proof = proofPage.path.slice(1);
export const glossary = 'glossary/';
export const nowhere = 'no/such/page/';

/** The addresses of the lessons, and those titles that tests look for. */
export function pages() {
  const { title, lessons, chapters } = siteCourse();
  const [first, second] = lessons;
  return {
    title,
    chapterTitles: chapters.map((chapter) => chapter.title),
    lessons: lessons.map(({ id }) => `${id}/`),
    /** The first lesson of each chapter. */
    firstLessons: chapters.flatMap((chapter) => (chapter.lessons[0] ? [`${chapter.lessons[0].id}/`] : [])),
    firstLesson: `${first?.id}/`,
    firstTitle: first?.data.title ?? '',
    secondLesson: `${second?.id}/`,
  };
}

export const widths = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 900 } } as const;
