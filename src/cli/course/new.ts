// `course new lesson|snippet <id>`: begins a lesson or a snippet that runs at once, and never writes over a file.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { readCourseFile } from '../../course/lessons.ts';
import { nearest } from '../../nearest.ts';
import { CourseError } from '../../error.ts';
import type { Invocation } from '../shell/command.ts';
import { newLesson, newSnippet } from './templates.ts';

const kinds = ['lesson', 'snippet'] as const;
type Kind = (typeof kinds)[number];

export function command({ root, args: [word = '', id = ''], json, terminal }: Invocation): number {
  const kind = kindOf(word);
  const list = readCourseFile(root);
  requireLegal(id, kind);
  requireChapter(
    id,
    kind,
    list.data.chapters.map((chapter) => chapter.id),
  );
  const files = kind === 'lesson' ? newLesson(id) : newSnippet(id);
  for (const path of Object.keys(files)) requireFree(root, path);
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  if (kind === 'lesson') addToList(join(root, list.path), id);
  const written = Object.keys(files);
  if (json) terminal.write(`${JSON.stringify({ id, written }, undefined, 2)}\n`);
  else {
    const lines = [...written, ...(kind === 'lesson' ? [`${list.path} (now lists it)`] : [])];
    terminal.write(lines.map((line) => `wrote  ${line}\n`).join(''));
    terminal.write(`next: npm run course -- ${kind === 'lesson' ? `new snippet ${id}` : `run ${id}`}\n`);
  }
  return 0;
}

function kindOf(word: string): Kind {
  const known = kinds.find((kind) => kind === word);
  if (known) return known;
  const guess = nearest(word, kinds) ?? 'snippet';
  throw refusal(`"${word}" is nothing that can be begun`, `did you mean "${guess}"? There are: ${kinds.join(', ')}`);
}

function requireLegal(id: string, kind: Kind): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return;
  const legal = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9/]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const example = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(legal) ? legal : 'chapter/name';
  throw refusal(
    `"${id}" is not an id: ids are chapter/name, in lower case with hyphens`,
    `npm run course -- new ${kind} ${example}`,
  );
}

function requireChapter(id: string, kind: Kind, chapters: readonly string[]): void {
  const [chapter = '', name = ''] = id.split('/');
  if (chapters.includes(chapter)) return;
  const guess = nearest(chapter, chapters);
  const fix = guess ? `npm run course -- new ${kind} ${guess}/${name}` : `the chapters are: ${chapters.join(', ')}`;
  throw refusal(`there is no chapter "${chapter}" in lessons/course.yaml`, fix);
}

function requireFree(root: string, path: string): void {
  if (!existsSync(join(root, path))) return;
  throw refusal(`${path} is there already`, 'choose another name, or delete the file first');
}

function refusal(what: string, fix: string): CourseError {
  return new CourseError({ what, fix, kind: 'misuse' });
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { flag: 'wx' });
}

/** Adds the lesson at the end of its chapter; comments and the order of everything else stay. */
function addToList(file: string, id: string): void {
  const [chapter = '', name = ''] = id.split('/');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const chapters = document.get('chapters');
  const index = isSeq(chapters) ? chapters.items.findIndex((_, at) => chapters.getIn([at, 'id']) === chapter) : -1;
  const path = ['chapters', index, 'lessons'];
  if (!isSeq(document.getIn(path))) document.setIn(path, document.createNode([]));
  document.addIn(path, name);
  writeFileSync(file, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}
