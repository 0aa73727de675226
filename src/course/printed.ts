// What a program printed, as it is stored: with its files named from the course's root, wherever that lies on this machine.
import { pathToFileURL } from 'node:url';
import type { Program } from './snippets.ts';

/** `text` without the folder of the course, in paths and in `file:` addresses. */
export function storedText({ file, path }: Pick<Program, 'file' | 'path'>, text: string): string {
  const root = file.slice(0, file.length - path.length);
  return root === '' ? text : text.replaceAll(pathToFileURL(root).href, '').replaceAll(root, '');
}
