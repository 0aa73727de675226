// A course of any size, made of the real lessons and programs again and again under new names.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCourse } from '../../src/course/course.ts';
import type { Course } from '../../src/course/course.ts';
import { courseRoot, readText } from '../../src/course/files.ts';
import type { Lesson } from '../../src/course/lessons.ts';
import { traceFile } from '../../src/course/trace-file.ts';
import { languages } from '../../src/languages.ts';

export interface Page {
  /** `chapter/name` */
  readonly id: string;
  /** The whole MDX file. */
  readonly text: string;
  readonly lesson: Lesson;
  readonly course: Course;
}

/** Writes a course of `count` lessons below `root`, each with snippets of its own. */
export function writeCourse(root: string, count: number): Page[] {
  const course = openCourse(courseRoot());
  const pages = Array.from({ length: count }, (_, index) => copyLesson(root, course, index));
  const chapters = Map.groupBy(pages, (page) => page.id.split('/')[0] ?? '');
  const list = [...chapters].map(([id, own]) => ({
    id,
    title: `Chapter ${id}`,
    summary: 'A generated chapter.',
    lessons: own.map((page) => page.id.split('/')[1]),
  }));
  const file = { title: 'Generated', description: 'A generated course of many lessons.', chapters: list };
  writeFileSync(join(root, 'lessons', 'course.yaml'), JSON.stringify(file));
  writeFileSync(
    join(root, 'lessons', 'index.mdx'),
    '---\ntitle: Generated\ndescription: A generated course of many lessons.\n---\n',
  );
  return pages;
}

function copyLesson(root: string, course: Course, index: number): Page {
  const lesson = course.lessons[index % course.lessons.length];
  if (!lesson) throw new Error('the course has no lessons');
  const chapter = `part-${Math.floor(index / 10) + 1}`;
  const id = `${chapter}/lesson-${index}`;
  let text = readText(lesson.file)
    .replace(/^needs: .*$/m, 'needs: []')
    .replaceAll(/\]\(\/[^)]*\)/g, `](/${id}/)`);
  for (const used of new Set(lesson.uses.map((use) => use.id))) {
    const copy = `${chapter}/${used.split('/')[1]}-${index}`;
    copySnippet(root, course, used, copy);
    text = text.replaceAll(`id="${used}"`, `id="${copy}"`);
  }
  mkdirSync(join(root, 'lessons', chapter), { recursive: true });
  writeFileSync(join(root, 'lessons', `${id}.mdx`), text);
  return { id, text: readText(lesson.file), lesson, course };
}

function copySnippet(root: string, course: Course, from: string, to: string): void {
  const snippet = course.snippets.get(from);
  if (!snippet) throw new Error(`no snippet ${from}`);
  const [chapter = '', name = ''] = to.split('/');
  const folder = join(root, 'snippets', chapter);
  mkdirSync(join(folder, 'recorded'), { recursive: true });
  for (const language of languages) {
    cpSync(snippet.programs[language].file, join(folder, `${name}.${language}`));
    for (const [kind, { text }] of [
      ['json', snippet.recordings[language]],
      ['trace.json', traceFile(snippet, language)],
    ] as const) {
      const own = text?.replace(`"snippet": "${from}"`, `"snippet": "${to}"`);
      if (own !== undefined) writeFileSync(join(folder, 'recorded', `${name}.${language}.${kind}`), own);
    }
  }
  cpSync(snippet.contracts.ts.file, join(folder, `${name}.order`));
  if (snippet.contracts.py !== snippet.contracts.ts)
    cpSync(snippet.contracts.py.file, join(folder, `${name}.py.order`));
}
