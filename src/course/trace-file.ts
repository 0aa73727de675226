// Where the traces of a twin are stored. They weigh more than all else in a course: only what shows or checks them reads them.
import { existsSync } from 'node:fs';
import type { Language } from '../languages.ts';
import { readText } from './files.ts';
import type { RecordingFile, Snippet } from './snippets.ts';

/** `recorded/<name>.<ts|py>.trace.json`, read now. */
export function traceFile({ recordings }: Snippet, language: Language): RecordingFile {
  const { file, path } = recordings[language];
  const own = besideRecording(file);
  return { file: own, path: besideRecording(path), text: existsSync(own) ? readText(own) : undefined };
}

function besideRecording(path: string): string {
  return path.replace(/\.json$/, '.trace.json');
}
