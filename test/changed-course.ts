// A course as another instructor would leave it: chapters dropped with all that leads into them, and another title. What they
// introduced its readers know; what their lessons needed, those that needed them need.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { readCourse } from '../src/course/course.ts';

/** The ids of `count` chapters that follow one another from the chapter at `first`, round the end; some lessons always stay. */
export function chaptersFrom(root: string, first: number, count: number): string[] {
  const ids = readCourse(root)
    .chapters.filter(({ lessons }) => lessons.length > 0)
    .map(({ id }) => id);
  const most = Math.max(0, Math.min(count, ids.length - 1));
  return Array.from({ length: most }, (_, index) => ids[(first + index) % ids.length] ?? '');
}

/** Changes the course below `root` where it stands. */
export function dropChapters(root: string, dropped: readonly string[], title: string): void {
  const isDropped = (id: string) => dropped.includes(id.split('/')[0] ?? '');
  const { lessons } = readCourse(root);
  const gone = lessons.filter(({ id }) => isDropped(id));
  const needsOf = new Map(gone.map(({ id, data }) => [id, data.needs]));
  for (const folder of dropped.flatMap((id) => [`lessons/${id}`, `snippets/${id}`]))
    rmSync(join(root, folder), { recursive: true, force: true });
  edit(join(root, 'lessons', 'course.yaml'), (text) => {
    const list = parseDocument(text);
    list.set('title', title);
    list.set('assumes', [...new Set(gone.flatMap(({ data }) => data.introduces))]);
    keep(list, 'chapters', (chapter) => isMap(chapter) && !isDropped(String(chapter.get('id'))));
    const moved = list.get('moved');
    if (isMap(moved)) moved.items = moved.items.filter(({ value }) => !isDropped(String(value)));
    return list.toString();
  });
  const [shown = ''] = readCourse(root).snippets.keys();
  for (const file of globSync('lessons/**/*.{md,mdx}', { cwd: root })) {
    edit(join(root, file), (text) => {
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return `---\n${withoutNeeds(head, needsOf)}---\n${withoutLinks(body, isDropped, shown)}`;
    });
  }
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function keep(document: Document, key: string, wanted: (item: unknown) => boolean): void {
  const list = document.get(key);
  if (isSeq(list)) list.items = list.items.filter(wanted);
}

/** The front matter with those needs that are left; a dropped one hands on its own. */
function withoutNeeds(head: string, needsOf: ReadonlyMap<string, readonly string[]>): string {
  const document = parseDocument(head);
  const left = (need: string): readonly string[] => needsOf.get(need)?.flatMap(left) ?? [need];
  const needs = document.get('needs');
  if (isSeq(needs)) document.set('needs', [...new Set(needs.items.flatMap((item) => left(String(item))))]);
  return document.toString({ lineWidth: 0 });
}

/** A link into what is gone becomes its words, a program of the home page another program; a program elsewhere goes. */
function withoutLinks(body: string, isDropped: (id: string) => boolean, shown: string): string {
  return body
    .replaceAll(/\[([^\]]*)\]\(\/([\w./-]+)(?:#[^)]*)?\)/g, (link: string, words: string, to: string) =>
      isDropped(to) ? words : link,
    )
    .replaceAll(/<Home snippet="([^"]*)"/g, (home: string, id: string) =>
      isDropped(id) ? `<Home snippet="${shown}"` : home,
    )
    .replaceAll(/<Program id="([^"]*)"[^>]*\/>/g, (use: string, id: string) => (isDropped(id) ? '' : use));
}
