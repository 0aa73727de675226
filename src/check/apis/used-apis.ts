// Which concurrency APIs a program uses, read from its text.
import type { Program } from '../../course/snippets.ts';
import type { Language } from '../../languages.ts';
import type { ApiUse } from './api-use.ts';
import { pythonApis } from './python.ts';
import { typescriptApis } from './typescript.ts';

const readers: Record<Language, (text: string) => ApiUse[]> = { ts: typescriptApis, py: pythonApis };

/** The first use of each API, in the order of the lines. Throws what the parser throws where the program is no TypeScript. */
export function usedApis({ language, text }: Pick<Program, 'language' | 'text'>): ApiUse[] {
  const first = new Map<string, ApiUse>();
  for (const use of readers[language](text).sort((one, other) => one.line - other.line)) {
    if (!first.has(use.name)) first.set(use.name, use);
  }
  return [...first.values()];
}
