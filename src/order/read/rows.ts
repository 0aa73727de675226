// The lines of a contract file with their indentation; blank lines separate nothing, notes for authors (`~ # text`) say
// nothing: both are left out.
import { CourseError } from '../../error.ts';

export interface Row {
  /** Counts from 1, blank lines included. */
  readonly line: number;
  /** Spaces before the text. */
  readonly indent: number;
  /** Without indentation and without spaces at its end. */
  readonly text: string;
}

/** Splits a contract file. Throws a CourseError for a tab in the indentation. */
export function readRows(text: string, file: string): readonly Row[] {
  return text.split(/\r?\n/).flatMap((source, index) => {
    const trimmed = source.trim();
    if (trimmed === '' || /^~ #(?:\s|$)/.test(trimmed)) return [];
    const line = index + 1;
    const margin = source.slice(0, source.length - source.trimStart().length);
    if (margin.includes('\t')) {
      throw new CourseError({
        what: 'a tab stands in the indentation',
        where: { file, line },
        fix: 'indent by 4 spaces',
      });
    }
    return [{ line, indent: margin.length, text: trimmed }];
  });
}
