// YAML with line numbers: a value that breaks its schema is reported on the line where it stands.
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CourseError } from '../error.ts';

export interface YamlSource {
  readonly text: string;
  readonly file: string;
  /** Lines of the file that stand before `text` (front matter starts on line 2). */
  readonly before?: number;
}

/** Parses `source` against `schema`; the first fault is thrown with its line and what was expected there. */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): T {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const before = source.before ?? 0;
  const marker = source.text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |$)/.test(line));
  if (marker >= 0) {
    throw new CourseError({
      what: 'a merge left its conflict here',
      where: { file: source.file, line: before + marker + 1 },
      fix: 'keep one of the two sides, or both, and delete the lines of <, = and >',
    });
  }
  const fault = document.errors[0];
  if (fault) {
    throw new CourseError({
      what: `this is not YAML: ${fault.message}`,
      where: { file: source.file, line: before + counter.linePos(fault.pos[0]).line },
      fix: 'correct the line; a text with ":" or "#" in it needs quotes',
    });
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  throw new CourseError({
    what: `${path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}`,
    where: { file: source.file, line: before + lineOf(document, counter, path) },
    fix: path.length > 0 ? `give "${path.join('.')}" a value of that kind` : 'add what is missing',
  });
}

function lineOf(
  document: ReturnType<typeof parseDocument>,
  counter: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
