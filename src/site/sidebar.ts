// The sidebar: chapters with lessons, in the order of course.yaml, then the glossary and the page about the proof. Slugs, so that
// labels and prev/next come from the lessons.
import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from '../course/course.ts';
import { findFiles } from '../course/files.ts';
import { proofPage } from './proof-page.ts';

export function sidebarOf(course: Course): NonNullable<StarlightUserConfig['sidebar']> {
  const chapters = course.chapters
    .filter((chapter) => chapter.lessons.length > 0)
    .map((chapter) => ({ label: chapter.title, items: chapter.lessons.map((lesson) => ({ slug: lesson.id })) }));
  const glossary = findFiles(course.root, 'lessons', 'glossary.mdx').size > 0 ? [{ slug: 'glossary' }] : [];
  return [...chapters, ...glossary, { label: proofPage.title, link: proofPage.path }];
}
