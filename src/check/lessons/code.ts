// Check: a lesson holds no runnable code of its own. Code that nothing runs may be wrong without anybody seeing it.
import type { Lesson } from '../../course/lessons.ts';
import { CourseError } from '../../error.ts';
import type { Check } from '../check.ts';

export const code: Check = {
  name: 'code',
  title: 'code that could run is a snippet',
  run: ({ lessons }) => lessons.flatMap(runnable),
};

/** A fence may stand in a list or a quotation. What follows the language is for the highlighter. */
const fence = /^[\s>]*(?:(?:[-*+]|\d+\.)\s+)*(```+|~~~+)\s*([\w+-]*)/;

const languages = /^(tsx?|[mc]ts|typescript|jsx?|[mc]js|javascript|node|py|py3|python3?|pycon)$/;

/** What only a program says, at the start of a line. Shell commands may hold it inside a line. */
const statement = /^[\s>]*(?:await\s+)?(console\.(?:log|error)|print)\(/;

/** One fault for each block: its language, or the first line in a block of no language that is a statement. */
function runnable(lesson: Lesson): CourseError[] {
  const faults: CourseError[] = [];
  let open: { readonly sign: string; readonly faulted: boolean } | undefined;
  for (const [index, line] of lesson.body.split('\n').entries()) {
    const where = { file: lesson.path, line: lesson.before + 1 + index };
    const [, sign = '', language = ''] = fence.exec(line) ?? [];
    if (open && sign.startsWith(open.sign) && language === '') open = undefined;
    else if (!open && sign !== '') {
      const faulted = languages.test(language);
      if (faulted) faults.push(fault(`a lesson holds no ${language} code of its own: nothing would run it`, where));
      open = { sign, faulted };
    } else if (open && !open.faulted) {
      const call = statement.exec(line)?.[1];
      if (call === undefined) continue;
      faults.push(fault(`"${call}(" in a block of a lesson is code of its own: nothing would run it`, where));
      open = { ...open, faulted: true };
    }
  }
  return faults;
}

function fault(what: string, where: { readonly file: string; readonly line: number }): CourseError {
  return new CourseError({ what, where, fix: 'make it a snippet: npm run course -- new snippet chapter/name' });
}
