// Running the programs of test/fixtures with the engine that the course would take.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Language } from '../../src/languages.ts';
import type { RunRequest, RunResult } from '../../src/runtime/engine.ts';
import type { EngineName } from '../../src/runtime/engines.ts';
import { engineFor } from '../../src/runtime/choose-engine.ts';
import { readNeeds } from '../../src/course/snippets.ts';

export const root = join(import.meta.dirname, '..', '..');
export const fixtures = join(root, 'test', 'fixtures');

export async function runFile(
  file: string,
  request: Partial<RunRequest> = {},
  wanted?: EngineName,
): Promise<RunResult> {
  const language: Language = extname(file).endsWith('ts') ? 'ts' : 'py';
  const text = readFileSync(file, 'utf8');
  const needs = text.includes('gevent') ? (['gevent'] as const) : readNeeds(text, file);
  const { engine } = await engineFor(root, { language, needs }, wanted);
  return engine.run({ file, ...request });
}

export function printed({ lines }: Pick<RunResult, 'lines'>): string {
  return lines.flatMap(({ stream, text }) => (stream === 'stdout' ? [`${text}\n`] : [])).join('');
}

/** One line for each that was printed: the strand, then the text. */
export function withStrands({ lines, strands }: RunResult): string {
  const named = lines.map(({ strand, text }) => {
    const found = strands.find(({ id }) => id === strand);
    return `${found ? `${found.kind}: ${found.name}` : '?'} | ${text}\n`;
  });
  return named.join('');
}
