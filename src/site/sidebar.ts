// The sidebar: chapters with lessons, in the order of course.yaml, and the page about the proof at its end. Slugs, so that
// labels and prev/next come from the lessons.
import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from '../course/course.ts';
import { proofPage } from './proof-page.ts';

export function sidebarOf(course: Course): NonNullable<StarlightUserConfig['sidebar']> {
  const chapters = course.chapters
    .filter((chapter) => chapter.lessons.length > 0)
    .map((chapter) => ({ label: chapter.title, items: chapter.lessons.map((lesson) => ({ slug: lesson.id })) }));
  return [...chapters, { label: proofPage.title, link: proofPage.path }];
}
