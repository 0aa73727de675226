// Programs for tests, as the course knows them.
import type { Program } from '../../../src/course/snippets.ts';

/** A program that lies nowhere. */
export function programOf(language: Program['language'], text: string, needs: Program['needs'] = []): Program {
  return { language, file: `/own.${language}`, path: `own.${language}`, text, needs };
}
