// The built site as files: every listed lesson is a page that shows a program, every link leads somewhere, every program can be fetched.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openCourse } from '../../src/course/course.ts';
import { courseRoot, readText } from '../../src/course/files.ts';
import { twins } from '../../src/course/snippets.ts';
import { address } from '../../src/site/address.ts';
import { brokenLinks } from '../../src/site/links.ts';
import { scanPage } from '../../src/site/page-scan.ts';

const course = openCourse(courseRoot());
const folder = inject('sites').course.folder;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

test('the course has lessons', () => expect(course.lessons.length).toBeGreaterThan(0));

test.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))(
  '%s is a page with its programs',
  (id, lesson) => {
    const html = read(`${id}/index.html`);
    for (const use of lesson.uses) expect(html).toContain(`npm run course -- run ${use.id}`);
    expect(lesson.uses.length).toBeGreaterThan(0);
  },
);

test('every link and every fragment leads somewhere', () => {
  const files = new Set(globSync('**/*', { cwd: folder }));
  const pages = new Map(
    [...files].filter((file) => file.endsWith('.html')).map((file) => [file, scanPage(read(file))]),
  );
  expect(brokenLinks({ base: address.base, pages, files }).map((error) => error.message)).toEqual([]);
});

test('every program can be downloaded, its bytes unchanged', () => {
  for (const snippet of course.snippets.values()) {
    for (const program of twins(snippet))
      expect(read(`programs/${snippet.id}.${program.language}`)).toBe(readText(program.file));
  }
});

test('no page names another host as the source of anything that it loads', () => {
  for (const file of globSync('**/*.html', { cwd: folder })) {
    const { stylesheets, scripts } = scanPage(read(file));
    for (const url of [...stylesheets, ...scripts]) expect(url, file).toMatch(/^\//);
  }
});
